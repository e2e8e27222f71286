import MoreVert from '@mui/icons-material/MoreVertOutlined';
import IconButton from '@mui/material/IconButton';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useLocalText } from '../useLocalText';
import { verbOf, type Verb } from './directives';
import { widestGuard } from './editors/GuardEditor';
import type { RowEvents, RowModel } from './model';
import { useRuleText } from './useRuleText';

/** 沿用上级（15.00，来自 总部 v3）: the parent and its value are named before it is flipped. */
export function useInheritText(): (model: RowModel) => string {
  const t = useTranslate();
  const texts = useRuleText();
  return ({ field, inherited }) =>
    inherited === null
      ? t('rules.edit.inheritUnknown')
      : texts.say('rules.edit.inheritFrom', {
          value: texts.value(field, inherited.value).text,
          source: texts.source(inherited.source),
        });
}

/** What `自定义` starts from: the value that holds now. */
export const startingValue = ({ field, inherited }: RowModel): unknown => inherited?.value ?? field.default;

interface Item {
  readonly key: string;
  readonly text: string;
  readonly run: () => void;
  readonly selected?: boolean;
}

function useItems(model: RowModel, events: RowEvents): readonly Item[] {
  const t = useTranslate();
  const texts = useRuleText();
  const inheritText = useInheritText();
  const { field, directive, mayLock } = model;
  const verb = verbOf(directive);
  const verbItem = (key: Verb, text: string, value?: unknown): Item => ({
    key,
    text,
    selected: verb === key,
    run: () => verb !== key && events.onVerb(key, value),
  });
  return [
    verbItem('inherit', inheritText(model)),
    verbItem('set', t('rules.edit.set'), startingValue(model)),
    verbItem('reset', texts.say('rules.edit.resetTo', { value: texts.value(field, field.default).text })),
    ...(mayLock && !directive?.lock ? [{ key: 'lock', text: t('rules.edit.lock'), run: () => events.onLock(true) }] : []),
    ...(mayLock && field.guardable !== null && !directive?.guard
      ? [{ key: 'guard', text: t('rules.edit.guard'), run: () => events.onGuard(widestGuard(field)) }]
      : []),
  ];
}

/** Inherit, customise, reset: three different verbs; and what binds the units below. */
export function VerbMenu({ model, events }: { model: RowModel; events: RowEvents }) {
  const t = useTranslate();
  const localText = useLocalText();
  const items = useItems(model, events);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = t('rules.edit.menu', { field: localText(model.field.label) });
  return (
    <>
      <IconButton
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVert />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {items.map((item) => (
          <MenuItem
            key={item.key}
            selected={item.selected ?? false}
            onClick={() => {
              setAnchor(null);
              item.run();
            }}
            sx={{ whiteSpace: 'normal', maxWidth: 420 }}
          >
            <ListItemText>{item.text}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
