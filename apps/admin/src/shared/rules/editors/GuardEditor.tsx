import Close from '@mui/icons-material/CloseOutlined';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useLocalText } from '../../useLocalText';
import type { RuleField } from '../documents';
import type { Guard } from '../values';
import { OptionalAmount } from './numbers';
import { SetEditor } from './simple';

const Root = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 8 });

interface GuardEditorProps {
  readonly field: RuleField;
  readonly guard: Guard;
  readonly onChange: (guard: Guard | null) => void;
  readonly labelId: string;
  readonly helpId: string;
}

/** What a guard starts with: all that the product itself allows, to be narrowed. */
export function widestGuard({ guardable, options, bounds }: RuleField): Guard {
  if (guardable === 'allowed') return { allowed: (options ?? []).map((option) => option.value) };
  const { min = null, max = null } = (bounds ?? {}) as { min?: number | null; max?: number | null };
  return { min, max };
}

/** Bounds for the units below: a range of the field's amount, or which options they may choose. */
export function GuardEditor({ field, guard, onChange, labelId, helpId }: GuardEditorProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const name = t('rules.edit.guardOf', { field: localText(field.label) });
  return (
    <Root role="group" aria-label={name}>
      {'allowed' in guard ? (
        <div>
          <div className="hw-meta">{t('rules.edit.guardAllowed')}</div>
          <SetEditor
            {...{ field, labelId, helpId, invalid: false }}
            value={guard.allowed}
            onChange={(allowed) => onChange({ allowed })}
          />
        </div>
      ) : (
        <>
          <OptionalAmount
            field={field}
            label={t('rules.edit.guardMin')}
            value={guard.min ?? null}
            onChange={(min) => onChange({ min, max: guard.max ?? null })}
          />
          <OptionalAmount
            field={field}
            label={t('rules.edit.guardMax')}
            value={guard.max ?? null}
            onChange={(max) => onChange({ min: guard.min ?? null, max })}
          />
        </>
      )}
      <IconButton
        aria-label={`${name} · ${t('rules.edit.noGuard')}`}
        title={t('rules.edit.noGuard')}
        onClick={() => onChange(null)}
      >
        <Close />
      </IconButton>
    </Root>
  );
}
