import Check from '@mui/icons-material/CheckOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { v } from '../../theme/vars';
import { Chip } from '../chips';
import { useFormat } from '../format';
import { Band, Facts } from '../page';
import { fieldIn, useRuleText, type RuleKind } from '../rules';
import { useLocalText } from '../useLocalText';
import { Behind, useApprovalText, useReviewText } from './Behind';
import type { OrderKindRules, OrderRuleExemption, OrderRuleField, Provenance } from './documents';

const Root = styled('section')({
  marginTop: 24,
  '& > header': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', marginBottom: 8 },
  '& > header h3': { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
});

const Group = styled('div')({
  padding: '12px 0',
  borderTop: `1px solid ${v.line}`,
  '& [data-part="since"]': { color: v.tone.act.ink },
  '& [data-part="differs"]': { color: v.tone.trouble.ink },
});

/** Fields of which one assignment is behind stand together, so that its names are read once; null where nobody is known to be. */
interface Spoken {
  readonly key: string;
  readonly by: Provenance | null;
  readonly known: boolean;
  readonly fields: OrderRuleField[];
}

function bySpeaker(fields: readonly OrderRuleField[]): readonly Spoken[] {
  const groups = new Map<string, Spoken>();
  for (const field of fields) {
    const key = field.reproduced ? (field.by?.assignmentId ?? 'default') : 'unknown';
    const group = groups.get(key) ?? { key, by: field.by, known: field.reproduced, fields: [] };
    group.fields.push(field);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What freed a field from a lock at payment: who granted it, until when and why, and who approved that. */
function Exempt({ exemption: { node, ancestor, to, reason, authorName: who, approval } }: { exemption: OrderRuleExemption }) {
  const t = useTranslate();
  const format = useFormat();
  const approved = useApprovalText();
  const said = t('orderRules.exempt', { unit: node.name, ancestor: ancestor.name, to: format.tableTime(to), who, reason });
  return <div className="hw-meta">{[said, approval && approved(approval)].filter(Boolean).join(' · ')}</div>;
}

function Value({ field, schema }: { field: OrderRuleField; schema: RuleKind }) {
  const t = useTranslate();
  const texts = useRuleText();
  const known = fieldIn([schema], field.key);
  const say = (value: unknown) => (known ? texts.value(known, value).text : JSON.stringify(value));
  const { lock, since } = field;
  return (
    <>
      <div>{say(field.value)}</div>
      {lock && (
        <div className="hw-meta">
          {t('orderRules.lock', { unit: lock.node.name, by: lock.by ? texts.source(lock.by.source) : 'none' })}
        </div>
      )}
      {field.exemptions.map((each) => (
        <Exempt key={each.id} exemption={each} />
      ))}
      {!field.reproduced && (
        <div className="hw-meta" data-part="differs">
          {t('orderRules.differs')}
        </div>
      )}
      {since && (
        <div className="hw-meta" data-part="since">
          {texts.say('orderRules.since', {
            value: say(since.value),
            by: since.by
              ? [texts.source(since.by.source), since.by.assignedBy, since.by.reason].filter(Boolean).join(' · ')
              : t('orderRules.default'),
          })}
        </div>
      )}
    </>
  );
}

/** What withheld the promise at payment: a budget that was used up, or who suspended the service, and who looked at that afterwards. */
function Suspended({ node, authorName: who, from, reason, budget, review }: NonNullable<OrderKindRules['suspension']>) {
  const t = useTranslate();
  const format = useFormat();
  const reviewed = useReviewText();
  if (budget) {
    const [month, amount] = [format.month(budget.month), format.money(budget.amount, budget.currency)];
    return <div>{t('orderRules.budgetUsedUp', { unit: node.name, month, amount, at: format.tableTime(from), who, reason })}</div>;
  }
  const said = t('orderRules.suspendedBy', { unit: node.name, who, at: format.tableTime(from), reason });
  return <div>{[said, review && reviewed(review)].filter(Boolean).join(' · ')}</div>;
}

function Bands({ rules }: { rules: OrderKindRules }) {
  const t = useTranslate();
  const differing = rules.fields.filter(({ reproduced }) => !reproduced).length;
  const corrected = rules.fields.filter(({ since }) => since !== null).length;
  return (
    <>
      {rules.suspended && (
        <Band tone="act">
          {t(rules.suspension?.budget ? 'orderRules.withheld' : 'orderRules.suspended')}
          {rules.suspension && <Suspended {...rules.suspension} />}
        </Band>
      )}
      {!rules.reproduced && <Band tone="trouble">{t('orderRules.notReproducedNote', { n: differing })}</Band>}
      {corrected > 0 && <Band tone="act">{t('orderRules.corrected', { n: corrected })}</Band>}
    </>
  );
}

/** The promise of one kind, by who is behind each of its fields. */
export function KindTrail({ rules, schema }: { rules: OrderKindRules; schema: RuleKind }) {
  const t = useTranslate();
  const localText = useLocalText();
  const label = (key: string) => {
    const field = fieldIn([schema], key);
    return field ? localText(field.label) : key;
  };
  return (
    <Root aria-label={localText(schema.label)}>
      <header>
        <h3>{localText(schema.label)}</h3>
        {rules.reproduced ? (
          <Chip tone="good" icon={Check} label={t('orderRules.reproduced')} note={t('orderRules.reproducedNote')} />
        ) : (
          <Chip tone="trouble" icon={ErrorOutline} label={t('orderRules.notReproduced')} />
        )}
        <span className="hw-meta hw-tabular">{t('orderRules.code', { code: rules.hash.slice(0, 6).toUpperCase() })}</span>
      </header>
      <Bands rules={rules} />
      {bySpeaker(rules.fields).map(({ key, by, known, fields }) => (
        <Group key={key}>
          {known ? <Behind by={by} /> : <p>{t('orderRules.unknown')}</p>}
          <Facts
            rows={fields.map((field) => [label(field.key), <Value key={field.key} field={field} schema={schema} />] as const)}
          />
        </Group>
      ))}
    </Root>
  );
}
