import { useTranslate } from 'ra-core';
import { channels, type Channel, type ScopeRow } from '../values';
import { Choice } from './Choice';
import { ManyChoice } from './ManyChoice';
import { OptionalYuan } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';
import { TypedInput } from './TypedInput';

const fresh: ScopeRow = { categories: null, priceFrom: null, priceTo: null, channels: null, covered: true };

/** Words between commas of either script; none at all means every category. */
function parseWords(text: string): readonly string[] | null {
  const words = text
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 0 ? null : words;
}

function useColumns(): readonly RowColumn<ScopeRow>[] {
  const t = useTranslate();
  const outcomes = [
    ['yes', t('rules.value.covered')],
    ['no', t('rules.value.notCovered')],
  ] as const;
  const head = (key: string, width: number) => ({ key, head: t(`rules.form.${key}`), width });
  return [
    {
      ...head('categories', 140),
      cell: ({ row, change, look }) => (
        <TypedInput
          {...look}
          placeholder={t('rules.word.anyCategory')}
          value={row.categories}
          onChange={(categories) => change({ categories })}
          parse={parseWords}
          show={(words) => words?.join(t('shared.list')) ?? ''}
          numeric={false}
        />
      ),
    },
    {
      ...head('priceFrom', 84),
      cell: ({ row, change, look }) => (
        <OptionalYuan {...look} value={row.priceFrom} onChange={(priceFrom) => change({ priceFrom })} />
      ),
    },
    {
      ...head('priceTo', 84),
      cell: ({ row, change, look }) => <OptionalYuan {...look} value={row.priceTo} onChange={(priceTo) => change({ priceTo })} />,
    },
    {
      ...head('channels', 120),
      cell: ({ row, change, look }) => (
        <ManyChoice<Channel>
          {...look}
          value={row.channels}
          options={channels.map((channel) => [channel, t(`rules.word.channel.${channel}`)] as const)}
          any={t('rules.word.anyChannel')}
          onChange={(chosen) => change({ channels: chosen })}
        />
      ),
    },
    {
      ...head('covered', 96),
      cell: ({ row, change, look }) => (
        <Choice
          {...look}
          value={row.covered ? 'yes' : 'no'}
          options={outcomes}
          onChange={(covered) => change({ covered: covered === 'yes' })}
        />
      ),
    },
  ];
}

/** Which orders are covered, by category, price and channel. */
export function ScopeEditor({ value, onChange, labelId }: EditorProps<readonly ScopeRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRows')} />;
}
