import DataObject from '@mui/icons-material/DataObjectOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useRef, useState } from 'react';
import { useLocalText } from '../../useLocalText';
import type { RuleField } from '../documents';
import { templateFlaw } from '../templates';
import type { TextTemplate } from '../values';
import type { EditorProps } from './props';

const Sides = styled('div')({
  display: 'grid',
  gap: 12,
  width: '100%',
  maxWidth: 720,
  '& > div': { display: 'grid', gap: 4, justifyItems: 'start' },
});

interface InsertProps {
  readonly field: RuleField;
  readonly language: 'zh' | 'en';
  readonly onInsert: (placeholder: string) => void;
}

/** The values that a text may take from the rules, by their names. */
function InsertMenu({ field, language, onInsert }: InsertProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        variant="text"
        size="small"
        startIcon={<DataObject />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={t('texts.insertIn', { language: t(`texts.inLanguage.${language}`) })}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('texts.insert')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {field.placeholders?.map(({ name, label }) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(null);
              onInsert(`{${name}}`);
            }}
          >
            {localText(label)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

interface SideProps extends InsertProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly helpId: string;
  readonly invalid: boolean;
}

/** What is wrong as it stands, else how long it may become. */
function useHelp(field: RuleField, value: string): { readonly text: string | null; readonly wrong: boolean } {
  const t = useTranslate();
  const flaw = templateFlaw(value, field);
  if (flaw === 'loose') return { text: t('texts.loose', { open: '{', close: '}' }), wrong: true };
  if (flaw !== null) return { text: t('texts.unknown', { name: flaw.unknown }), wrong: true };
  return { text: field.maxLength === null ? null : t('texts.length', { n: field.maxLength }), wrong: false };
}

function Side({ field, language, value, onChange, helpId, invalid }: Omit<SideProps, 'onInsert'>) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const help = useHelp(field, value);
  const insert = (placeholder: string) => {
    const at = input.current?.selectionStart ?? value.length;
    const end = input.current?.selectionEnd ?? at;
    onChange(value.slice(0, at) + placeholder + value.slice(end));
    input.current?.focus();
  };
  return (
    <div>
      <TextField
        label={t(`texts.inLanguage.${language}`)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputRef={input}
        multiline
        fullWidth
        error={help.wrong || invalid}
        helperText={help.text}
        slotProps={{ htmlInput: { lang: language, 'aria-describedby': help.text === null ? helpId : undefined } }}
      />
      <InsertMenu field={field} language={language} onInsert={insert} />
    </div>
  );
}

/** P18: a text in both languages, with the rules' values in it by name. */
export function TextEditor({ field, value, onChange, labelId, helpId, invalid }: EditorProps<TextTemplate>) {
  return (
    <Sides role="group" aria-labelledby={labelId}>
      {(['zh', 'en'] as const).map((language) => (
        <Side
          key={language}
          {...{ field, language, helpId, invalid }}
          value={value[language]}
          onChange={(text) => onChange({ ...value, [language]: text })}
        />
      ))}
    </Sides>
  );
}
