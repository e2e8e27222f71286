import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { kindKeys } from '../../shared/rules';
import { useLocalText } from '../../shared/useLocalText';
import type { Beginning } from './CreatePolicyDialog';
import { templatesDocument } from './documents';

const Root = styled('section')({
  display: 'grid',
  gap: 8,
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 8 },
});

/** Before there is a policy: what each kind may begin with; one is chosen, and the dialog opens with it (P19). */
export function Templates({ onChoose }: { onChoose: (beginning: Beginning) => void }) {
  const t = useTranslate();
  const localText = useLocalText();
  const templates = useApiQuery(templatesDocument, {}).data?.policyTemplates ?? [];
  return (
    <Root>
      {kindKeys.map((kind) => (
        <ul key={kind} aria-label={t(`rules.kind.${kind}`)}>
          {templates
            .filter((each) => each.kind === kind)
            .map(({ industry, label, notes }) => (
              <li key={industry}>
                <Button variant="outlined" size="small" title={localText(notes)} onClick={() => onChoose({ kind, industry })}>
                  {t('policies.template', { kind: t(`rules.kind.${kind}`), industry: localText(label) })}
                </Button>
              </li>
            ))}
        </ul>
      ))}
    </Root>
  );
}
