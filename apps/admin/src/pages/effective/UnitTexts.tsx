import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { Sheet, SheetGrid } from '../../shared/page';
import { Loaded } from '../../shared/states';
import { serviceTextsDocument, TextList, type TextPart } from '../../shared/texts';

const Section = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 12,
  marginTop: 24,
  '& > h2': { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
});

/** Each as tall as what it says. */
const Parts = styled(SheetGrid)({ alignItems: 'start' });

const parts: readonly TextPart[] = ['notice', 'script', 'badge'];

interface UnitTextsProps {
  readonly nodeId: string;
  readonly at: string | null;
  /** P9: as they were known then; null, as known now. */
  readonly knownAt: string | null;
}

/** What buyers of a unit read and its staff say, filled from the rules above (P18). */
export function UnitTexts({ nodeId, at, knownAt }: UnitTextsProps) {
  const t = useTranslate();
  const query = useApiQuery(serviceTextsDocument, { nodeId, at, knownAt });
  return (
    <Section aria-label={t('effective.texts')}>
      <h2>{t('effective.texts')}</h2>
      <Loaded query={query} failed={t('texts.failed')}>
        {({ serviceTexts }) => (
          <Parts>
            {parts.map((part) => (
              <Sheet key={part} title={t(`texts.part.${part}`)}>
                <TextList texts={serviceTexts.texts.filter((each) => each.part === part)} />
              </Sheet>
            ))}
          </Parts>
        )}
      </Loaded>
    </Section>
  );
}
