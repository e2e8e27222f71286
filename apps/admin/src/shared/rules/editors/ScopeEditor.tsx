import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import { channels, type Channel, type ScopeRow } from '../values';
import { useSharedColumns } from './columns';
import { ManyOrAny } from './ManyOrAny';
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
  const { head, options, amount } = useSharedColumns();
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
    amount('priceFrom', 84),
    amount('priceTo', 84),
    {
      ...head('channels', 120),
      cell: ({ row, change, look }) => (
        <ManyOrAny<Channel>
          {...look}
          value={row.channels}
          options={options('channel', channels)}
          any={t('rules.word.anyChannel')}
          onChange={(chosen) => change({ channels: chosen })}
        />
      ),
    },
    {
      ...head('campaign', 96),
      cell: ({ row, change, look }) => (
        <TypedInput
          {...look}
          placeholder={t('rules.word.anyCampaign')}
          value={row.campaign ?? ''}
          onChange={(code) => change({ campaign: code === '' ? undefined : code })}
          parse={(text) => text.trim()}
          show={(code) => code}
          numeric={false}
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

/** Which orders are covered, by category, price, channel and campaign. */
export function ScopeEditor({ value, onChange, labelId }: EditorProps<readonly ScopeRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRows')} />;
}
