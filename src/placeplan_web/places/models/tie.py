"""How places belong to each other: members, successors, other names, shares."""

from django.db import models
from django.db.models import F, Q

from placeplan_web.places.models.place import Place
from placeplan_web.places.models.source import Sourced


class Membership(Sourced):
    """A place that sits in another, wholly or in part, while both stand."""

    holder = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    part = models.CharField(max_length=5)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("holder", "member"), name="member_sits_once_in_a_place"
            ),
            models.CheckConstraint(
                condition=~Q(holder=F("member")), name="nothing_sits_in_itself"
            ),
            models.CheckConstraint(
                condition=Q(part__in=("whole", "part")), name="part_is_known"
            ),
        )


class Succession(Sourced):
    """A place that took over from another on a day."""

    predecessor = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    successor = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("predecessor", "successor"), name="succession_happens_once"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")),
                name="nothing_succeeds_itself",
            ),
        )


class Alias(Sourced):
    """Another way in which papers write a place."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    variant = models.CharField(max_length=200)

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("place", "variant"), name="alias_stands_once"
            ),
        )


class LookupShare(Sourced):
    """The share of an area's people that belongs to an organisation."""

    area = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    share = models.FloatField()

    class Meta(Sourced.Meta):
        constraints = (
            *Sourced.Meta.constraints,
            models.UniqueConstraint(
                fields=("area", "organisation"), name="lookup_cell_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(share__gte=0, share__lte=1), name="share_is_zero_to_one"
            ),
        )


class Catchment(Sourced):
    """People in the catchment of a footprint, as a paper gives them."""

    footprint = models.OneToOneField(Place, on_delete=models.CASCADE, related_name="+")
    people = models.PositiveBigIntegerField()
