import { useTranslate } from 'ra-core';
import { channels, type Channel, type ScopeRow } from '../values';
import { Choice } from './Choice';
import { ManyChoice } from './ManyChoice';
import { OptionalYuan } from './numbers';
import type { EditorProps } from './props';
import { Rows } from './Rows';
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

/** Which orders are covered, by category, price and channel. */
export function ScopeEditor({ value, onChange, labelId }: EditorProps<readonly ScopeRow[]>) {
  const t = useTranslate();
  const outcomes = [
    ['yes', t('rules.value.covered')],
    ['no', t('rules.value.notCovered')],
  ] as const;
  return (
    <Rows rows={value} onChange={onChange} fresh={fresh} labelId={labelId} none={t('rules.form.noRows')}>
      {(row, change) => (
        <>
          <TypedInput
            label={t('rules.form.categories')}
            placeholder={t('rules.word.anyCategory')}
            value={row.categories}
            onChange={(categories) => change({ categories })}
            parse={parseWords}
            show={(words) => words?.join(t('shared.list')) ?? ''}
            numeric={false}
            width={220}
          />
          <OptionalYuan label={t('rules.form.priceFrom')} value={row.priceFrom} onChange={(priceFrom) => change({ priceFrom })} />
          <OptionalYuan label={t('rules.form.priceTo')} value={row.priceTo} onChange={(priceTo) => change({ priceTo })} />
          <ManyChoice<Channel>
            label={t('rules.form.channels')}
            value={row.channels}
            options={channels.map((channel) => [channel, t(`rules.word.channel.${channel}`)] as const)}
            any={t('rules.word.anyChannel')}
            onChange={(chosen) => change({ channels: chosen })}
          />
          <Choice
            label={t('rules.form.covered')}
            value={row.covered ? 'yes' : 'no'}
            options={outcomes}
            onChange={(covered) => change({ covered: covered === 'yes' })}
            width={120}
          />
        </>
      )}
    </Rows>
  );
}
