import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { StreamMark, type StreamKind, type StreamLine } from './StreamMark';

export interface StreamItem {
  readonly key: string;
  readonly mark: StreamKind;
  /** Service is suspended here: dashed from this unit down. */
  readonly suspended?: boolean;
  readonly content: ReactNode;
}

const List = styled('ol')({ listStyle: 'none', padding: 0, margin: 0 });

const Item = styled('li')({ display: 'flex', gap: 8, '& > div': { flex: 1, minWidth: 0, paddingBottom: 12 } });

/** Lines beside each unit: dashed below the first suspension, whatever stands further down. */
function lines(items: readonly StreamItem[]): { above: StreamLine; below: StreamLine }[] {
  const stopped = items.findIndex((item) => item.suspended);
  const line = (dashed: boolean): StreamLine => (dashed ? 'dashed' : 'solid');
  return items.map((_, index) => ({
    above: index === 0 ? 'none' : line(stopped !== -1 && index > stopped),
    below: index === items.length - 1 ? 'none' : line(stopped !== -1 && index >= stopped),
  }));
}

/**
 * The identity of the console: rules flow down from the source. One brand line from HQ to the unit, unbroken where inherited, a plum bead
 * where a unit sets its own, a gate where it locks, dashed from where service is suspended. Items stand root first.
 */
export function Stream({ items, label }: { items: readonly StreamItem[]; label: string }) {
  const drawn = lines(items);
  return (
    <List aria-label={label}>
      {items.map((item, index) => (
        <Item key={item.key}>
          <StreamMark mark={item.mark} {...drawn[index]} />
          <div>{item.content}</div>
        </Item>
      ))}
    </List>
  );
}
