import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslate } from 'ra-core';
import { useId, type HTMLAttributes, type ReactNode } from 'react';
import { RuleValueChip } from '../chips';
import { StreamMark, type StreamKind } from '../stream';
import { useFormat } from '../format';
import { useLocalText } from '../useLocalText';
import { sameValue, verbOf } from './directives';
import { GuardEditor } from './editors/GuardEditor';
import { ValueEditor } from './editors/ValueEditor';
import type { LockAbove, RowEvents, RowModel } from './model';
import { FieldNotes } from './FieldNotes';
import { Notes, RowFrame } from './RowFrame';
import { RuleValue } from './RuleValue';
import { useRuleText } from './useRuleText';
import { wideValues } from './values';
import { startingValue, useInheritText, VerbMenu } from './VerbMenu';

/** Locked is text with its owner, not a dead input. */
export function LockOwner({ lock }: { lock: LockAbove }) {
  const t = useTranslate();
  const format = useFormat();
  const { node, source } = lock;
  const values = { unit: node.name, who: source.authorName ?? '', date: format.tableDate(source.since) };
  return (
    <span data-part="source">
      <Lock aria-hidden fontSize="inherit" /> {t('rules.lock.owner', values)}
    </span>
  );
}

function Inherits({ model }: { model: RowModel }) {
  const texts = useRuleText();
  const { field, inherited, lock } = model;
  const t = useTranslate();
  if (inherited === null) return <span className="hw-hint">{t('rules.edit.inheritUnknown')}</span>;
  return (
    <div data-part="value">
      <RuleValue field={field} value={inherited.value} />
      <span data-part="source">
        <RuleValueChip state={lock ? 'locked' : inherited.source.isDefault ? 'default' : 'inherited'} />
        {!lock && !inherited.source.isDefault && texts.source(inherited.source)}
      </span>
      {lock && <LockOwner lock={lock} />}
    </div>
  );
}

interface PartProps {
  readonly model: RowModel;
  readonly events: RowEvents;
  readonly labelId: string;
  readonly helpId: string;
}

/** The own value in its editor, or the product's default that was asked for. */
function OwnValue({ model, events, labelId, helpId }: PartProps) {
  const t = useTranslate();
  const { field, directive, problems } = model;
  if (verbOf(directive) === 'set') {
    return (
      <ValueEditor
        {...{ field, labelId, helpId }}
        value={directive?.set}
        onChange={(value) => events.onVerb('set', value)}
        invalid={problems.length > 0}
      />
    );
  }
  return (
    <>
      <RuleValue field={field} value={field.default} />
      <span className="hw-meta">{t('rules.edit.inForceReset')}</span>
    </>
  );
}

/** What the version asks of the units below: that they keep the value, or stay within bounds. */
function Below({ model, events, labelId, helpId }: PartProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const { field, directive, mayLock } = model;
  if (!mayLock) return null;
  return (
    <>
      <FormControlLabel
        control={
          <Checkbox
            checked={directive?.lock === true}
            onChange={(event) => events.onLock(event.target.checked)}
            slotProps={{ input: { 'aria-label': t('rules.edit.lockOf', { field: localText(field.label) }) } }}
          />
        }
        label={t('rules.edit.lock')}
      />
      {directive?.guard && <GuardEditor {...{ field, labelId, helpId }} guard={directive.guard} onChange={events.onGuard} />}
    </>
  );
}

/** The way back to what is inherited, which it names. */
function InheritButton({ model, events }: { model: RowModel; events: RowEvents }) {
  const inheritText = useInheritText();
  return (
    <Button variant="text" size="small" onClick={() => events.onVerb('inherit')} sx={{ textAlign: 'left', whiteSpace: 'normal' }}>
      {inheritText(model)}
    </Button>
  );
}

/** Whether a typed value is the inherited one: it would look the same and no longer follow. What must be set is set on purpose. */
function repeatsInherited({ field, directive, inherited }: RowModel): boolean {
  if (verbOf(directive) !== 'set' || inherited === null) return false;
  return sameValue(directive?.set, inherited.value) && !(field.compulsory && inherited.source.isDefault);
}

/** Editors that are tables: they take the width of the row. */
const tables: ReadonlySet<string> = new Set([
  'table.scope',
  'table.freightPayer',
  'table.categoryWindows',
  'table.conditions',
  'table.autoApprove',
  'returnless',
  'perBuyer',
  'table.evidence',
  'table.exclusions',
  'table.restockingFee',
  'table.returnRouting',
  'bearers',
]);

/** Editors as wide as their row: what belongs to the value stands below them. */
const wide: ReadonlySet<string> = new Set([...wideValues, ...tables]);

const markOf = ({ directive }: RowModel): StreamKind =>
  directive?.lock ? 'gate' : verbOf(directive) === 'inherit' ? 'flow' : 'own';

interface RuleEditRowProps {
  readonly model: RowModel;
  readonly events: RowEvents;
  /** Beside the actions: why. */
  readonly aside?: ReactNode;
  /** Makes the row one of a list with keys. */
  readonly row?: HTMLAttributes<HTMLLIElement>;
  readonly first?: boolean;
  readonly last?: boolean;
}

/** One field while it is edited: what it says, what it would inherit, what it asks of the units below. */
export function RuleEditRow({ model, events, aside, row, first = false, last = false }: RuleEditRowProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const id = useId();
  const { field, directive, editable, changed } = model;
  const verb = verbOf(directive);
  const parts: PartProps = { model, events, labelId: `${id}-label`, helpId: `${id}-help` };
  const speaks = directive !== undefined;
  return (
    <RowFrame
      id={`field-${field.key}`}
      tabIndex={-1}
      {...row}
      data-changed={changed}
      data-table={tables.has(field.type) && verb === 'set'}
    >
      <div data-part="mark">
        <StreamMark mark={markOf(model)} above={first ? 'none' : 'solid'} below={last ? 'none' : 'solid'} />
      </div>
      <div data-part="name" id={parts.labelId}>
        {localText(field.label)}
        {changed && <span className="hw-meta"> · {t('rules.edit.changed')}</span>}
      </div>
      <div data-part="body">
        {verb === 'inherit' && <Inherits model={model} />}
        <div data-part="value" data-wide={wide.has(field.type)}>
          {verb !== 'inherit' && <OwnValue {...parts} />}
          {editable && speaks && <Below {...parts} />}
          {editable && verb !== 'inherit' && <InheritButton model={model} events={events} />}
        </div>
        <div role="status">
          {repeatsInherited(model) && (
            <Notes>
              <li data-tone="act">
                <ErrorOutline aria-hidden /> {t('rules.edit.same')}
              </li>
            </Notes>
          )}
        </div>
        <FieldNotes model={model} id={parts.helpId} />
      </div>
      <div data-part="actions">
        {aside}
        {editable && verb === 'inherit' && (
          <Button variant="text" size="small" onClick={() => events.onVerb('set', startingValue(model))}>
            {t('rules.edit.set')}
          </Button>
        )}
        {editable && <VerbMenu model={model} events={events} />}
      </div>
    </RowFrame>
  );
}
