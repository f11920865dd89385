import django.core.validators
import django.db.models.deletion
import simple_history.models
import uuid
from django.conf import settings
from django.db import migrations, models

from placeplan_web.registers.migration import CreateTogether


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('evidence', '0003_facts_register'),
    ]

    operations = [
        CreateTogether([
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('organisation', models.CharField(blank=True, default='', max_length=80)),
                ('opened_at', models.DateTimeField()),
                ('dataset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.dataset')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('name', 'slug'),
            },
        ),
        migrations.CreateModel(
            name='HistoricalInitiative',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('public_id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=40, validators=[django.core.validators.RegexValidator('^[A-Z0-9][A-Z0-9-]{0,39}\\Z', 'Write a reference in capital letters, figures and hyphens, such as RSK-01.')])),
                ('reference_order', models.CharField(blank=True, default='', editable=False, max_length=120)),
                ('version', models.PositiveIntegerField(default=1, editable=False, validators=[django.core.validators.MinValueValidator(1)])),
                ('changed_at', models.DateTimeField(editable=False)),
                ('changed_by', models.CharField(editable=False, max_length=120)),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('withdrawn_reason', models.TextField(blank=True, default='', editable=False)),
                ('source', models.CharField(blank=True, default='', max_length=80)),
                ('paragraph', models.CharField(blank=True, default='', max_length=300)),
                ('status', models.CharField(choices=[('published', 'Published'), ('derived', 'Derived'), ('calibrated', 'Calibrated'), ('illustrative', 'Illustrative'), ('recorded', 'Recorded here')], default='recorded', max_length=12)),
                ('history_change_reason', models.TextField(null=True)),
                ('slug', models.SlugField(max_length=60)),
                ('name', models.CharField(max_length=200)),
                ('theme', models.CharField(max_length=80)),
                ('heading', models.CharField(choices=[('prevention_and_self_care', 'Prevention and self care'), ('new_care_models', 'New care models'), ('efficiency', 'Efficiency'), ('expanding_capacity', 'Expanding capacity')], max_length=40)),
                ('planning_level', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('owner', models.CharField(max_length=200)),
                ('delivery_share', models.FloatField(default=1.0)),
                ('rows', models.JSONField(blank=True, default=dict)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('draft', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='initiatives.draft')),
            ],
            options={
                'verbose_name': 'historical initiative',
                'verbose_name_plural': 'historical initiatives',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='PlanVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('by', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True, default='')),
                ('came_from', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='evidence.dataset')),
                ('dataset', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='version_made', to='evidence.dataset')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='initiatives.draft')),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Initiative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reference', models.CharField(max_length=40, validators=[django.core.validators.RegexValidator('^[A-Z0-9][A-Z0-9-]{0,39}\\Z', 'Write a reference in capital letters, figures and hyphens, such as RSK-01.')])),
                ('reference_order', models.CharField(blank=True, default='', editable=False, max_length=120)),
                ('version', models.PositiveIntegerField(default=1, editable=False, validators=[django.core.validators.MinValueValidator(1)])),
                ('changed_at', models.DateTimeField(editable=False)),
                ('changed_by', models.CharField(editable=False, max_length=120)),
                ('withdrawn_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('withdrawn_reason', models.TextField(blank=True, default='', editable=False)),
                ('source', models.CharField(blank=True, default='', max_length=80)),
                ('paragraph', models.CharField(blank=True, default='', max_length=300)),
                ('status', models.CharField(choices=[('published', 'Published'), ('derived', 'Derived'), ('calibrated', 'Calibrated'), ('illustrative', 'Illustrative'), ('recorded', 'Recorded here')], default='recorded', max_length=12)),
                ('slug', models.SlugField(max_length=60)),
                ('name', models.CharField(max_length=200)),
                ('theme', models.CharField(max_length=80)),
                ('heading', models.CharField(choices=[('prevention_and_self_care', 'Prevention and self care'), ('new_care_models', 'New care models'), ('efficiency', 'Efficiency'), ('expanding_capacity', 'Expanding capacity')], max_length=40)),
                ('planning_level', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('owner', models.CharField(max_length=200)),
                ('delivery_share', models.FloatField(default=1.0)),
                ('rows', models.JSONField(blank=True, default=dict)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='initiatives', to='initiatives.draft')),
            ],
            options={
                'ordering': ('reference_order', 'pk'),
                'abstract': False,
                'indexes': [models.Index(fields=['draft', 'reference_order', 'id'], name='initiative_order')],
                'constraints': [models.CheckConstraint(condition=models.Q(('version__gte', 1)), name='initiative_versions_begin_at_one'), models.CheckConstraint(condition=models.Q(('status__in', ['published', 'derived', 'calibrated', 'illustrative', 'recorded'])), name='initiative_status_is_known'), models.CheckConstraint(condition=models.Q(('status', 'recorded'), models.Q(('source', ''), _negated=True), _connector='OR'), name='initiative_names_its_source'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_reason', '')), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawn_reason', ''), _negated=True)), _connector='OR'), name='initiative_withdrawn_with_a_reason'), models.UniqueConstraint(fields=('draft', 'reference'), name='initiative_reference_is_unique'), models.UniqueConstraint(fields=('draft', 'slug'), name='initiative_id_is_unique_in_its_draft'), models.CheckConstraint(condition=models.Q(('heading__in', ('prevention_and_self_care', 'new_care_models', 'efficiency', 'expanding_capacity'))), name='initiative_heading_is_known'), models.CheckConstraint(condition=models.Q(('delivery_share__gte', 0), ('delivery_share__lte', 1)), name='initiative_delivery_is_a_share'), models.CheckConstraint(condition=models.Q(('status', 'recorded'), _negated=True), name='initiative_has_a_status_of_a_plan')],
            },
        ),
        ]),
    ]
