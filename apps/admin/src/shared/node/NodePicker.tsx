import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useDebounced } from '../useDebounced';
import type { NodeType, TreeNode } from './documents';
import { NodeSearch } from './NodeSearch';
import { NodeTree } from './NodeTree';

const Root = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  width: 'min(400px, calc(100vw - 48px))',
  '& > [data-part="list"]': { overflowY: 'auto', maxHeight: 'min(420px, 60dvh)', minHeight: 120 },
});

export interface NodePickerProps {
  readonly label: string;
  readonly selectedId?: string | null;
  /** Only units of these types can be chosen; the tree shows the others on the way to them. */
  readonly types?: readonly NodeType[];
  readonly onChoose: (node: TreeNode) => void;
}

/** Chooses a unit: by name or code, or down the tree. */
export function NodePicker({ label, selectedId = null, types, onChoose }: NodePickerProps) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const search = useDebounced(text.trim());
  const list = useRef<HTMLDivElement>(null);
  const enterList = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  return (
    <Root>
      <TextField
        label={label}
        placeholder={t('shared.node.placeholder')}
        type="search"
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={enterList}
      />
      <div data-part="list" ref={list}>
        {search === '' ? (
          <NodeTree label={label} selectedId={selectedId} onChoose={onChoose} types={types} />
        ) : (
          <NodeSearch search={search} types={types} onChoose={onChoose} onClear={() => setText('')} />
        )}
      </div>
    </Root>
  );
}
