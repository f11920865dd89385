"""Every address of the site, by its name."""

from django.urls import URLPattern, URLResolver, get_resolver


def list_addresses():
    """Give each named address with the parts that it needs, such as an id."""
    return dict(_walk(get_resolver().url_patterns, ""))


def _walk(patterns, space):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", sorted(pattern.pattern.converters)
