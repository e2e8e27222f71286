import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { fieldOf } from '../../../testing/kinds';
import { renderPage } from '../../../testing/render';
import type { TextTemplate } from '../values';
import { TextEditor } from './TextEditor';

function Held({ start, onChange }: { start: TextTemplate; onChange: (value: TextTemplate) => void }) {
  const [value, setValue] = useState(start);
  const change = (next: TextTemplate) => {
    setValue(next);
    onChange(next);
  };
  return (
    <>
      <span id="label">结算页提示</span>
      <TextEditor
        field={fieldOf('checkoutNotice')}
        labelId="label"
        helpId="help"
        invalid={false}
        {...{ value }}
        onChange={change}
      />
    </>
  );
}

function open(start: TextTemplate) {
  const changes: TextTemplate[] = [];
  return { ...renderPage(<Held start={start} onChange={(value) => changes.push(value)} />), changes };
}

const side = (name: string) => screen.getByRole('textbox', { name });

describe('the editor of a text', () => {
  it('changes one language and leaves the other', async () => {
    const { user, changes } = open({ zh: '可退', en: 'Back' });
    await user.type(side('英文'), '!');
    expect(changes.at(-1)).toEqual({ zh: '可退', en: 'Back!' });
  });

  it('puts a value where the cursor stands, by its name', async () => {
    const { user, changes } = open({ zh: '在内可退', en: 'Back' });
    const input = side('中文') as HTMLTextAreaElement;
    await user.click(input);
    input.setSelectionRange(1, 1);
    await user.click(screen.getByRole('button', { name: '插入数值 · 中文' }));
    await user.click(within(screen.getByRole('menu')).getByRole('menuitem', { name: '无理由退货期' }));
    expect(changes.at(-1)).toEqual({ zh: '在{noReasonDays}内可退', en: 'Back' });
    expect(input).not.toBeInvalid();
  });

  it('says at once that a value is none, or that a brace does not pair', async () => {
    const { user } = open({ zh: '可退', en: 'Back' });
    await user.type(side('中文'), '{{foo}');
    expect(side('中文')).toBeInvalid();
    expect(screen.getByText('没有「foo」这个数值，用「插入数值」选择')).toBeInTheDocument();
    await user.type(side('英文'), '{{');
    expect(side('英文')).toBeInvalid();
    expect(screen.getByText('花括号要成对，数值写成 {名称}')).toBeInTheDocument();
  });
});
