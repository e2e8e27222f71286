import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState, type HTMLAttributes } from 'react';
import { ExemptDialog } from '../../shared/exemption';
import { CheckLines, checkStyles } from '../../shared/impact';
import {
  FieldGroups,
  RuleEditRow,
  type EffectiveRules,
  type FieldState,
  type RuleField,
  type RuleKind,
} from '../../shared/rules';
import { useLocalText } from '../../shared/useLocalText';
import { useUnsaved } from '../../shared/useUnsaved';
import { v } from '../../theme/vars';
import { ReadRow } from './ReadRow';
import { SaveDialog } from './SaveDialog';
import { useOwnLook, type OwnLook } from './useOwnLook';
import { useOwnRules, type OwnRules } from './useOwnRules';

const Section = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 12,
  '& > h2': { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  '& + &': { marginTop: 24 },
});

const SaveBar = styled('div')({
  position: 'sticky',
  bottom: 0,
  zIndex: 3,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 12,
  padding: '10px 16px',
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.surface,
  '& > span': { flex: '1 1 160px' },
  '@media (max-width: 599.95px)': { bottom: 'calc(56px + env(safe-area-inset-bottom))' },
});

const Found = styled('div')({ flex: '1 0 100%', display: 'grid', gap: 4, ...checkStyles });

interface KindRulesProps {
  readonly rules: EffectiveRules;
  readonly schema: RuleKind;
  readonly rowProps: (field: RuleField) => HTMLAttributes<HTMLLIElement>;
  readonly onWhy: (field: RuleField) => void;
}

function WhyButton({ field, onWhy }: { field: RuleField; onWhy: (field: RuleField) => void }) {
  const t = useTranslate();
  const localText = useLocalText();
  return (
    <Button
      variant="text"
      size="small"
      startIcon={<HelpOutline />}
      aria-label={t('effective.why.of', { field: localText(field.label) })}
      onClick={() => onWhy(field)}
    >
      {t('effective.why.title')}
    </Button>
  );
}

/** For those who answer for the unit whose lock or bounds reach the field here. */
function ExemptButton({ rules, field, state }: { rules: EffectiveRules; field: RuleField; state: FieldState }) {
  const t = useTranslate();
  const localText = useLocalText();
  const [open, setOpen] = useState(false);
  if (state.liftable.length === 0) return null;
  return (
    <>
      <Button
        variant="text"
        size="small"
        aria-label={`${t('exempt.verb')} · ${localText(field.label)}`}
        onClick={() => setOpen(true)}
      >
        {t('exempt.verb')}
      </Button>
      {open && <ExemptDialog unit={rules.node} kind={rules.kind} choices={[{ field, state }]} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The changes that wait, what was found in them, and the button that makes them. */
function Save({ own, look, rules }: { own: OwnRules; look: OwnLook; rules: EffectiveRules }) {
  const t = useTranslate();
  const [saving, setSaving] = useState(false);
  const unit = rules.node.name;
  return (
    <>
      {own.count > 0 && (
        <SaveBar role="status">
          {look.problems.length + look.warnings.length > 0 && (
            <Found>
              <CheckLines label={t('rules.effect.warnings')} checks={look.warnings} tone="act" />
              <CheckLines label={t('shared.impact.checks')} checks={look.problems} tone="trouble" />
            </Found>
          )}
          <span>{t('effective.changes', { n: own.count })}</span>
          <Button variant="text" color="secondary" onClick={own.undo}>
            {t('effective.undo')}
          </Button>
          <Button variant="contained" disabled={!own.complete} onClick={() => setSaving(true)}>
            {t('effective.save', { unit })}
          </Button>
        </SaveBar>
      )}
      {saving && <SaveDialog own={own} rules={rules} onClose={() => setSaving(false)} />}
    </>
  );
}

/** One kind's rules at a unit: each field read until somebody edits it; what a branch may set, it sets here. */
export function KindRules({ rules, schema, rowProps, onWhy }: KindRulesProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const own = useOwnRules(rules);
  const look = useOwnLook(rules, own);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const unsaved = useUnsaved(own.count > 0);
  const states = new Map(rules.fields.map((state) => [state.key, state]));
  const open = (key: string) => setOpened((before) => new Set([...before, key]));
  return (
    <Section aria-label={localText(schema.label)}>
      <h2>{localText(schema.label)}</h2>
      <FieldGroups kind={schema}>
        {(field, place) => {
          const state = states.get(field.key);
          if (state === undefined) return null;
          const model = own.modelOf(field, state, look.problems);
          const events = own.eventsOf(field.key);
          const why = <WhyButton field={field} onWhy={onWhy} />;
          if (model.changed || (model.editable && opened.has(field.key))) {
            return <RuleEditRow key={field.key} {...{ model, events }} {...place} row={rowProps(field)} aside={why} />;
          }
          const isOwn = model.directive !== undefined;
          const edit = model.editable && (
            <Button
              variant="text"
              size="small"
              aria-label={`${t(isOwn ? 'effective.edit' : 'rules.edit.set')} · ${localText(field.label)}`}
              onClick={() => {
                open(field.key);
                if (!isOwn) events.onVerb('set', state.value);
              }}
            >
              {t(isOwn ? 'effective.edit' : 'rules.edit.set')}
            </Button>
          );
          return (
            <ReadRow
              key={field.key}
              {...{ rules, field, state }}
              {...place}
              row={rowProps(field)}
              actions={
                <>
                  {why}
                  {edit}
                  <ExemptButton {...{ rules, field, state }} />
                </>
              }
            />
          );
        }}
      </FieldGroups>
      <Save own={own} look={look} rules={rules} />
      {unsaved}
    </Section>
  );
}
