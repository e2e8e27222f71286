import { screen } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../../testing/render';
import { Choice } from './Choice';
import { ManyChoice } from './ManyChoice';
import { OptionalChoice } from './OptionalChoice';

const words = [
  ['store', '门店'],
  ['region', '大区'],
] as const;

const field = (name: string) => screen.getByRole('combobox', { name });

describe('a choice of a few words', () => {
  it('hands back the value itself, be it a number', async () => {
    const chosen: number[] = [];
    const days = [14, 30].map((each) => [each, `${String(each)} 天`] as const);
    const { user } = renderPage(<Choice label="时段" value={14} options={days} onChange={(value) => chosen.push(value)} />);
    expect(field('时段')).toHaveTextContent('14 天');
    await user.click(field('时段'));
    await user.click(screen.getByRole('option', { name: '30 天' }));
    expect(chosen).toEqual([30]);
  });

  it('is named by words alone where no label stands above it, and so is its list', async () => {
    const { user } = renderPage(<Choice ariaLabel="第 1 行 · 类型" value="store" options={words} onChange={() => undefined} />);
    await user.click(field('第 1 行 · 类型'));
    expect(screen.getByRole('listbox', { name: '第 1 行 · 类型' })).toBeInTheDocument();
  });
});

describe('a choice that may be left open', () => {
  function Open({ onChange }: { onChange: (value: string | null) => void }) {
    const [value, setValue] = useState<string | null>('store');
    const change = (next: string | null) => {
      setValue(next);
      onChange(next);
    };
    return <OptionalChoice label="类型" value={value} options={words} any="不限" onChange={change} />;
  }

  it('is null for any of them, and says so', async () => {
    const chosen: (string | null)[] = [];
    const { user } = renderPage(<Open onChange={(value) => chosen.push(value)} />);
    await user.click(field('类型'));
    await user.click(screen.getByRole('option', { name: '不限' }));
    expect(field('类型')).toHaveTextContent('不限');
    await user.click(field('类型'));
    await user.click(screen.getByRole('option', { name: '大区' }));
    expect(chosen).toEqual([null, 'region']);
  });
});

describe('a choice of several words', () => {
  const Several = ({ told }: { told?: string }) => {
    const [value, setValue] = useState<readonly string[]>([]);
    return <ManyChoice label="类型" value={value} options={words} any="全部" told={told} onChange={setValue} />;
  };

  it('tells those chosen, or that all are meant', async () => {
    const { user } = renderPage(<Several />);
    expect(field('类型')).toHaveTextContent('全部');
    await user.click(field('类型'));
    await user.click(screen.getByRole('option', { name: '大区' }));
    await user.click(screen.getByRole('option', { name: '门店' }));
    await user.keyboard('{Escape}');
    expect(field('类型')).toHaveTextContent('大区、门店');
  });

  it('tells them in the words given for them', () => {
    renderPage(<Several told="上半年" />);
    expect(field('类型')).toHaveTextContent('上半年');
  });
});
