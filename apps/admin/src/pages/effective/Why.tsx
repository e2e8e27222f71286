import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useEffect, useRef } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { ApprovedBy } from '../../shared/changeSet';
import { RuleValueChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { isPlainKey, useLetterKeys } from '../../shared/keyboard';
import {
  LockOwner,
  Notes,
  RuleValue,
  useRuleText,
  type Directive,
  type EffectiveRules,
  type RuleField,
} from '../../shared/rules';
import { Loaded } from '../../shared/states';
import { Stream, type StreamItem } from '../../shared/stream';
import { FieldTimeline } from '../../shared/timeline';
import { useLocalText } from '../../shared/useLocalText';
import { useCopy } from '../../shared/useCopy';
import { v } from '../../theme/vars';
import { explainDocument, type Explanation } from './documents';
import { ExemptionNotes } from './ExemptionNotes';
import { nextText, partsOf, runnerUpText } from './whyText';

const Winner = styled('section')({
  display: 'grid',
  justifyItems: 'start',
  gap: 4,
  padding: 12,
  marginBottom: 16,
  borderRadius: 6,
  border: `1px solid ${v.line}`,
  backgroundColor: v.canvas,
  '& > [data-part="value"]': { fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  '& [data-part="source"]': { display: 'inline-flex', alignItems: 'center', gap: 6, color: v.ink2 },
});

const Body = styled('div')({
  '& h3': { margin: '16px 0 8px', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& > p + p': { marginTop: 8 },
});

const Fate = styled('div')({
  '&[data-won="false"]': { color: v.ink2 },
  '&[data-won="true"] > b': { fontWeight: 600 },
  '& > b': { fontWeight: 400 },
});

const Foot = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, marginTop: 16 });

function useStreamItems(explanation: Explanation, field: RuleField): readonly StreamItem[] {
  const t = useTranslate();
  const texts = useRuleText();
  const format = useFormat();
  const source: StreamItem = {
    key: 'default',
    mark: 'flow',
    content: (
      <Fate data-won={explanation.effective.source.isDefault}>
        <b>{t('rules.source.default')}</b>
        <div>{texts.value(field, field.default).text}</div>
      </Fate>
    ),
  };
  const items = explanation.candidates.map((candidate, index): StreamItem => {
    const { source: by } = candidate;
    return {
      key: String(index),
      mark: (candidate.directive as Directive).lock ? 'gate' : 'own',
      content: (
        <Fate data-won={candidate.value === 'applied'}>
          <b>{texts.source(by)}</b>
          {partsOf(candidate, field, texts, t).map((part) => (
            <div key={part}>{part}</div>
          ))}
          <div className="hw-meta">
            {[by.authorName, format.tableTime(by.since)].filter((part) => part !== null).join(' · ')}
            {by.approval && ' · '}
            <ApprovedBy approval={by.approval} />
          </div>
        </Fate>
      ),
    };
  });
  return [source, ...items];
}

/** The value that applies, how it came to be, who set it, what locks or bounds it. */
function Won({ explanation, field }: { explanation: Explanation; field: RuleField }) {
  const t = useTranslate();
  const texts = useRuleText();
  const { value, state, source, lock, guard, guardBy, adjusted, exemptions } = explanation.effective;
  const range = guardBy.length === 0 ? null : texts.guard(field, guard);
  return (
    <Winner>
      <div data-part="value">
        <RuleValue field={field} value={value} />
      </div>
      <span data-part="source">
        <RuleValueChip state={state} />
        {!source.isDefault && [texts.source(source), source.authorName].filter((part) => part !== null).join(' · ')}
      </span>
      <ApprovedBy approval={source.approval} />
      {lock && <LockOwner lock={lock} />}
      <Notes>
        {range !== null && (
          <li>{texts.say('rules.edit.boundsBy', { range, by: guardBy.map(texts.source).join(t('shared.list')) })}</li>
        )}
        {adjusted && (
          <li data-tone="act">
            {texts.say('effective.adjusted', {
              wanted: texts.value(field, adjusted.wanted).text,
              by: texts.source(adjusted.by),
            })}
          </li>
        )}
        <ExemptionNotes exemptions={exemptions} />
      </Notes>
    </Winner>
  );
}

interface WhyProps {
  readonly rules: EffectiveRules;
  readonly field: RuleField;
  readonly at: string | null;
  /** Goes to the field before or after this one. */
  readonly onStep: (step: 1 | -1) => void;
}

/** `↑ ↓` go from field to field and `c` copies, as long as the drawer is open. */
function useDrawerKeys(onStep: WhyProps['onStep'], onCopy: () => void): void {
  const [lettersOn] = useLetterKeys();
  const latest = useRef({ onStep, onCopy });
  useEffect(() => {
    latest.current = { onStep, onCopy };
  });
  useEffect(() => {
    const act = (key: string): boolean => {
      if (key === 'ArrowDown') latest.current.onStep(1);
      else if (key === 'ArrowUp') latest.current.onStep(-1);
      else if (key === 'c' && lettersOn) latest.current.onCopy();
      else return false;
      return true;
    };
    const listen = (event: KeyboardEvent) => {
      if (isPlainKey(event) && act(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [lettersOn]);
}

function Explained({ rules, field, explanation, onStep }: Omit<WhyProps, 'at'> & { explanation: Explanation }) {
  const t = useTranslate();
  const texts = useRuleText();
  const format = useFormat();
  const localText = useLocalText();
  const toClipboard = useCopy();
  const items = useStreamItems(explanation, field);
  const without = runnerUpText(explanation, field, texts);
  const next = nextText(explanation, field, texts, format, t);
  const copy = () => {
    const { value, source } = explanation.effective;
    const first = texts.say('effective.why.sentence', {
      unit: rules.node.name,
      field: localText(field.label),
      value: texts.value(field, value).text,
      source: texts.source(source),
    });
    const text = [first, without, next].filter((line) => line !== null).join('\n');
    toClipboard(text, t('effective.why.copied'));
  };
  useDrawerKeys(onStep, copy);
  return (
    <Body>
      <Won explanation={explanation} field={field} />
      {without !== null && <p>{without}</p>}
      <p>{next}</p>
      <h3>{t('effective.why.stream')}</h3>
      <Stream items={items} label={t('effective.why.stream')} />
      <h3>{t('timeline.title')}</h3>
      <FieldTimeline nodeId={rules.node.id} kind={rules.kind} field={field} />
      <Foot>
        <Button variant="outlined" size="small" onClick={copy}>
          {t('effective.why.copy')}
        </Button>
        <span className="hw-meta">{t('effective.why.keys')}</span>
      </Foot>
    </Body>
  );
}

/** Why a field has its value here: the winner, everything it beat down the stream, what would hold without it, what comes next (P8). */
export function Why({ rules, field, at, onStep }: WhyProps) {
  const t = useTranslate();
  const query = useApiQuery(explainDocument, {
    ...{ nodeId: rules.node.id, kind: rules.kind, field: field.key, at },
    knownAt: rules.knownAt,
  });
  return (
    <Loaded query={query} failed={t('effective.why.failed')}>
      {({ explainRule }) => <Explained {...{ rules, field, onStep }} explanation={explainRule} />}
    </Loaded>
  );
}
