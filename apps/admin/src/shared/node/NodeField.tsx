import ArrowDropDown from '@mui/icons-material/ArrowDropDownOutlined';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import InputLabel from '@mui/material/InputLabel';
import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { v } from '../../theme/vars';
import type { TreeNode } from './documents';
import { NodePicker, type NodePickerProps } from './NodePicker';

const Field = styled('button')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  width: '100%',
  minHeight: 36,
  padding: '6px 10px',
  border: `1px solid ${v.lineStrong}`,
  borderRadius: 6,
  color: v.ink,
  backgroundColor: v.surface,
  font: 'inherit',
  fontSize: 14,
  lineHeight: '22px',
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { borderColor: v.ink2 },
  '& svg': { width: 20, height: 20, color: v.ink2, flex: 'none' },
  '@media (max-width: 599.95px)': { minHeight: 44, fontSize: 16 },
});

interface NodeFieldProps extends Omit<NodePickerProps, 'selectedId' | 'onChoose'> {
  readonly value: { readonly id: string; readonly name: string } | null;
  readonly onChange: (node: TreeNode) => void;
  readonly required?: boolean;
  readonly help?: string;
}

/** A form's field that holds a unit. */
export function NodeField({ label, value, onChange, required = false, help, ...picker }: NodeFieldProps) {
  const t = useTranslate();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <FormControl>
      <InputLabel id={`${id}-label`} htmlFor={id} required={required}>
        {label}
      </InputLabel>
      <Field
        id={id}
        type="button"
        aria-labelledby={`${id}-label ${id}`}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {value ? value.name : <span className="hw-hint">{t('shared.node.choose')}</span>}
        <ArrowDropDown aria-hidden />
      </Field>
      {help !== undefined && <FormHelperText>{help}</FormHelperText>}
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { padding: 3 }, role: 'dialog', 'aria-label': label } }}
      >
        <NodePicker
          {...picker}
          label={label}
          selectedId={value?.id ?? null}
          onChoose={(node) => {
            onChange(node);
            setAnchor(null);
          }}
        />
      </Popover>
    </FormControl>
  );
}
