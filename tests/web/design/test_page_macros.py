"""The anatomy of a page, as macros: what each writes, in words and in structure."""

from datetime import date

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines

from placeplan.errors import Fault
from placeplan_web.design.address import Address
from placeplan_web.design.words import hold_minus

THEN = Address("swale", date(2019, 7, 12))


def write(call, **context):
    """Write what a macro gives; `call` is the call in the words of a template."""
    name = call.split("(", maxsplit=1)[0]
    bring = f'{{% from "design/page.jinja" import {name} with context %}}'
    source = f"{bring}{{{{ {call} }}}}"
    template = engines["jinja2"].env.from_string(source)
    return " ".join(template.render({"address": THEN, **context}).split())


def test_title_is_followed_by_one_sentence_that_matters():
    page = write('page_title("Money", "£486 million short.", "Kent and Medway")')

    assert page.index("Kent and Medway") < page.index("Money") < page.index("short.")
    assert page.count("<h1") == 1


def test_title_without_a_finding_has_no_empty_sentence():
    assert "pp-finding" not in write('page_title("Money")')


@pytest.mark.parametrize(
    ("status", "look"),
    [
        ("published", "blue"),
        ("derived", "aqua-green"),
        ("calibrated", "yellow"),
        ("illustrative", "pink"),
        ("in_force", "green"),
        ("something else", "grey"),
    ],
)
def test_status_is_said_in_words_and_then_in_colour(status, look):
    tag = write("status_tag(status)", status=status)

    assert f"nhsuk-tag--{look} " in tag
    assert f">{status.replace('_', ' ')}</strong>" in tag


def make_picture(**changed):
    return {
        "id": "gap",
        "finding": "The gap widens",
        "src": "/gap.svg",
        "alt": "Bars for five years",
        "head": ["Year", {"text": "Gap", "numeric": True}],
        "rows": [["2016/17", "−£110 million"], ["2020/21", "−£486 million"]],
        "csv": "/gap.csv",
        **changed,
    }


def test_picture_states_its_finding_and_gives_its_table_and_links():
    page = write("picture(shown)", shown=make_picture(status="derived"))

    assert '<figure class="pp-picture" id="gap" aria-labelledby="gap-finding">' in page
    assert 'src="/gap.svg" alt="Bars for five years" loading="lazy"' in page
    assert '<a href="/gap.csv" download>CSV' in page
    assert '<a href="#gap">Link to this view' in page
    assert "Show as table" in page
    assert hold_minus("−£486 million") in page
    assert ">derived</strong>" in page
    assert "Excel" not in page


def test_picture_for_a_phone_is_offered_where_there_is_one():
    page = write("picture(shown)", shown=make_picture(src_narrow="/narrow.svg"))

    assert '<source media="(max-width: 40em)" srcset="/narrow.svg">' in page


def test_picture_without_rows_has_no_empty_table():
    assert "<table" not in write("picture(shown)", shown=make_picture(rows=[]))


def test_table_stacks_on_a_phone_with_the_heading_beside_each_value():
    page = write(
        "table(head, rows, 'Bodies')",
        head=["Body", {"text": "People", "numeric": True}],
        rows=[[{"text": "Swale", "href": "/x", "status": "ended"}, "110,000"]],
    )

    assert page.count('role="row"') == 2
    assert '<th class="nhsuk-table__header" role="rowheader" scope="row">' in page
    assert 'aria-hidden="true">People </span>' in page
    assert '<a href="/x">Swale</a>' in page
    assert ">ended</strong>" in page
    assert "nhsuk-table__cell--numeric" in page


def test_words_of_others_stay_words():
    page = write("table(['A'], [['<script>alert(1)</script>']], '<b>caption</b>')")

    assert "<script>" not in page
    assert "<b>" not in page


def test_sources_open_in_place_and_say_which_paper_and_when():
    page = write(
        "sources(list)",
        list=[
            {
                "title": "The plan of 2016",
                "href": "/evidence/sources/stp/",
                "publisher": "Kent and Medway",
                "dated": date(2016, 10, 21),
                "paragraph": "page 12",
                "licence": "OGL-3.0",
                "status": "published",
                "note": "Read off a table.",
            },
            {"title": "Our own count", "dated": "2016"},
        ],
    )

    assert page.startswith("<details")
    assert (
        "The plan of 2016</a>, Kent and Medway, 21 October 2016, page 12 (OGL-3.0) "
    ) in page
    assert "Our own count, 2016" in page


def test_what_hangs_on_this_is_left_out_when_nothing_does():
    assert write("hangs()") == ""

    page = write(
        "hangs([{'text': 'A fact'}], [{'text': 'A risk', 'note': 'score 12'}])"
    )
    assert page.index("This rests on") < page.index("Resting on this")
    assert 'A risk <span class="pp-note">score 12</span>' in page


def test_history_says_who_changed_what():
    assert "Nothing has been changed" in write("history([])")

    entry = {"at": "12 July 2019", "what": "released", "by": "the owner", "why": "Done"}
    page = write("history([entry])", entry=entry)
    assert "12 July 2019: released, by the owner. Done" in page


def test_empty_list_says_what_would_be_here_and_how_to_add_it():
    page = write('empty("Runs would be here.", "Start one.", "/runs/", "Start a run")')

    assert "Runs would be here. Start one." in page
    assert '<a href="/runs/">Start a run</a>' in page


def test_filters_show_what_is_chosen_and_carry_the_rest():
    page = write(
        "filters(fields, kept={'as_at': '2019-07-12'})",
        fields=[
            {
                "name": "kind",
                "label": "Kind",
                "value": "ccg",
                "options": [("", "All"), ("ccg", "Commissioner")],
            },
            {"name": "q", "label": "Name", "value": "swale"},
        ],
    )

    assert '<option value="ccg" selected>Commissioner</option>' in page
    assert 'name="q" value="swale"' in page
    assert '<input type="hidden" name="as_at" value="2019-07-12">' in page


def test_pages_of_a_list_keep_the_rest_of_the_address():
    pages = Paginator(range(30), 10)

    page = write("pagination(page, '/runs/?kind=x')", page=pages.page(2))

    kept = "&amp;place=swale&amp;as_at=2019-07-12"
    assert f'href="/runs/?kind=x&amp;page=1{kept}"' in page
    assert f'href="/runs/?kind=x&amp;page=3{kept}"' in page
    assert "page 3 of 3" in page


def test_one_page_needs_no_links():
    assert write("pagination(page, '/')", page=Paginator(range(3), 10).page(1)) == ""


class AskForm(forms.Form):
    name = forms.CharField(widget=forms.TextInput(attrs={"placeholder": "x"}))
    kind = forms.ChoiceField(choices=[("a", "A")])

    def clean(self):
        raise forms.ValidationError("The two do not go together.")


def test_faults_of_a_form_lead_to_their_fields():
    page = write("error_summary(form)", form=AskForm({"name": "", "kind": "a"}))

    assert "There is a problem" in page
    assert '<a href="#id_name">The two do not go together.</a>' in page
    assert '<a href="#id_name">This field is required.</a>' in page
    assert write("error_summary(form)", form=AskForm()) == ""


def test_field_has_its_label_hint_and_fault_tied_to_it():
    form = AskForm({"name": ""})

    page = write("field(form['name'], hint='As on the door.')", form=form)

    assert 'aria-describedby="id_name-hint id_name-error"' in page
    assert 'aria-invalid="true"' in page
    assert "nhsuk-input--error" in page
    assert "placeholder" not in page
    assert 'class="nhsuk-select"' in write("field(form['kind'])", form=AskForm())


def test_facts_pair_a_label_with_a_value():
    page = write("facts([('ODS code', '99J'), ('Page', {'text': 'x', 'href': '/x'})])")

    assert "99J" in page
    assert '<a href="/x">x</a>' in page


def test_progress_says_what_is_done_in_words_and_in_a_bar():
    page = write('progress("Working out demand.", 3, 7, "4 steps are left.")')

    assert "Working out demand. 4 steps are left." in page
    assert '<progress class="pp-progress__bar" value="3" max="7">3 of 7</progress>' in (
        page
    )


def test_every_fault_of_an_input_is_listed_with_its_remedy():
    fault = Fault("people/base.csv", "", "a file", "", "Add the file.")

    page = write("faults(list)", list=[fault, fault])

    assert "There are 2 faults in what you sent. Nothing was changed." in page
    assert "whole file" in page
    assert "Add the file." in page
    assert "There is 1 fault" in write("faults(list)", list=[fault])


def test_tiles_are_a_number_with_its_words_and_direction():
    tile = {
        "number": "2,884",
        "words": "beds",
        "direction": "141 short",
        "href": "/capacity/",
        "status": "derived",
    }

    page = write("tiles([tile, {'number': '4', 'words': 'trusts'}])", tile=tile)

    assert '<a href="/capacity/">beds</a>' in page
    assert "141 short" in page
    assert page.count("<li") == 2


def test_macro_that_makes_links_refuses_to_forget_the_settings():
    source = (
        '{% from "design/page.jinja" import pagination %}{{ pagination(page, "/") }}'
    )
    template = engines["jinja2"].env.from_string(source)

    with pytest.raises(TypeError, match="with context"):
        template.render({"address": THEN, "page": Paginator(range(30), 10).page(1)})


def test_link_in_a_template_keeps_the_settings():
    template = engines["jinja2"].env.from_string("{{ link('design:privacy') }}")

    assert template.render({"address": THEN}) == (
        "/privacy/?place=swale&amp;as_at=2019-07-12"
    )
