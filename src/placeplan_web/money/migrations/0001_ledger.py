import django.db.models.deletion
import uuid
from django.db import migrations, models

from placeplan_web.registers.migration import CreateTogether


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        CreateTogether([
        migrations.CreateModel(
            name='LedgerBook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('name', models.CharField(max_length=200)),
                ('system', models.CharField(max_length=80)),
                ('opened_at', models.DateTimeField()),
            ],
            options={
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='LedgerChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('by', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True, default='')),
                ('number', models.PositiveIntegerField()),
                ('kind', models.CharField(choices=[('load', 'Loaded from a plan folder'), ('workbook', 'From a workbook'), ('undo', 'Taken back')], max_length=8)),
                ('fingerprint', models.CharField(blank=True, default='', max_length=64)),
                ('cells', models.PositiveIntegerField()),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='money.ledgerbook')),
                ('undoes', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='undone_by', to='money.ledgerchange')),
            ],
            options={
                'ordering': ('-number',),
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('book', 'number'), name='ledger_change_has_its_number_alone'), models.CheckConstraint(condition=models.Q(('kind__in', ['load', 'workbook', 'undo'])), name='ledger_change_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'undo'), ('undoes__isnull', False)), models.Q(models.Q(('kind', 'undo'), _negated=True), ('undoes', None)), _connector='OR'), name='ledger_undo_names_what_it_undoes'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='ledger_changes_count_from_one')],
            },
        ),
        migrations.CreateModel(
            name='LedgerEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(choices=[('ledger_values', 'Income and cost'), ('ledger_savings', 'Savings'), ('control_totals', 'Control totals')], max_length=16)),
                ('organisation', models.CharField(max_length=80)),
                ('line', models.CharField(blank=True, max_length=80)),
                ('month', models.DateField()),
                ('basis', models.CharField(blank=True, max_length=8)),
                ('recurrent', models.BooleanField(default=True)),
                ('counterparty', models.CharField(blank=True, max_length=80)),
                ('pence', models.BigIntegerField(null=True)),
                ('previous', models.BigIntegerField(null=True)),
                ('source', models.CharField(blank=True, max_length=80)),
                ('status', models.CharField(max_length=12)),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='money.ledgerchange')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('table__in', ['ledger_values', 'ledger_savings', 'control_totals'])), name='ledger_table_is_known'), models.UniqueConstraint(fields=('change', 'table', 'organisation', 'line', 'month', 'basis', 'recurrent', 'counterparty'), name='ledger_change_writes_a_cell_once'), models.CheckConstraint(condition=models.Q(('status__in', ('published', 'derived', 'calibrated', 'illustrative'))), name='ledger_status_is_known'), models.CheckConstraint(condition=models.Q(('pence__isnull', False), ('previous__isnull', False), _connector='OR'), name='ledger_entry_says_something')],
            },
        ),
        migrations.CreateModel(
            name='LedgerTable',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40)),
                ('rows', models.JSONField()),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tables', to='money.ledgerchange')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('change', 'name'), name='ledger_change_has_each_table_once')],
            },
        ),
        ]),
    ]
