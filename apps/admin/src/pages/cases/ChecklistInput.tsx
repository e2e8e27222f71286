import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseEvidence } from './stepDocuments';
import type { Found } from './verbs';

const Root = styled('div')({ display: 'grid', gap: 8, '& h3': { margin: 0, fontSize: 14, fontWeight: 600 } });
const Head = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 8 });
const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 12px',
  alignItems: 'center',
  '& > span': { flex: '1 1 120px' },
});

interface ChecklistInputProps {
  readonly items: CaseEvidence['checklist'];
  readonly found: readonly Found[];
  readonly onChange: (found: readonly Found[]) => void;
}

/** An inspection is whole, or there is none. */
export const isWhole = (items: CaseEvidence['checklist'], found: readonly Found[]): boolean =>
  found.length === 0 || found.length === items.length;

/** Goods looked over by what the buyer was told: each item passed or not, with a note where it did not. */
export function ChecklistInput({ items, found, onChange }: ChecklistInputProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const id = useId();
  const put = (item: string, patch: Partial<Found>) => {
    const known = found.find((each) => each.item === item) ?? { item, passed: true, note: '' };
    onChange([...found.filter((each) => each.item !== item), { ...known, ...patch }]);
  };
  const choose = (item: string, word: 'passed' | 'failed' | null) =>
    word === null ? onChange(found.filter((each) => each.item !== item)) : put(item, { passed: word === 'passed' });
  const allPassed = () => onChange(items.map(({ item }) => ({ item, passed: true, note: '' })));
  return (
    <Root role="group" aria-labelledby={id}>
      <Head>
        <h3 id={id}>{t('cases.checklist.title')}</h3>
        <Button size="small" variant="outlined" onClick={allPassed}>
          {t('cases.checklist.allPassed')}
        </Button>
      </Head>
      {items.map(({ item, label }) => {
        const held = found.find((each) => each.item === item);
        const name = localText(label);
        return (
          <Line key={item}>
            <span>{name}</span>
            <ToggleButtonGroup
              exclusive
              size="small"
              aria-label={name}
              value={held === undefined ? null : held.passed ? 'passed' : 'failed'}
              onChange={(_event, word: 'passed' | 'failed' | null) => choose(item, word)}
            >
              <ToggleButton value="passed">{t('cases.checklist.passed')}</ToggleButton>
              <ToggleButton value="failed">{t('cases.checklist.failed')}</ToggleButton>
            </ToggleButtonGroup>
            {held?.passed === false && (
              <TextField
                label={t('cases.checklist.note', { item: name })}
                value={held.note}
                onChange={(event) => put(item, { note: event.target.value })}
                slotProps={{ htmlInput: { maxLength: 200 } }}
                fullWidth
              />
            )}
          </Line>
        );
      })}
      <span className="hw-meta">{t('cases.checklist.help')}</span>
    </Root>
  );
}
