import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { useRuleText } from '../../shared/rules';
import type { ChangeSet } from './documents';

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 6 });

/** What others wrote nearby since it was submitted: why its impact is another one. */
export function Since({ since }: Pick<ChangeSet, 'since'>) {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  if (since.length === 0) return null;
  const said = ({ own, policyName, versionNumber, node, authorName, kind, at }: ChangeSet['since'][number]) => {
    const what = own ? 'own' : policyName === null ? 'inherit' : 'assign';
    const version = `${policyName ?? ''} v${String(versionNumber ?? '')}`;
    const words = { who: authorName, unit: node.name, kind: t(`rules.kind.${kind}`), version, at: format.textTime(at) };
    return texts.say(`changes.since.${what}`, words);
  };
  return (
    <Sheet title={t('changes.since.title')}>
      <List>
        {since.map((each) => (
          <li key={each.id}>{said(each)}</li>
        ))}
      </List>
    </Sheet>
  );
}
