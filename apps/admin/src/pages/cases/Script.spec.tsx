import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import type { ServiceText } from '../../shared/texts';
import type { CaseDetail } from './documents';
import { Script } from './Script';

const text = (zh: string): ServiceText => ({
  ...{ field: 'applyScript', part: 'script', label: { zh: '已申请', en: 'Applied' }, text: { zh, en: `${zh} in English` } },
  ...{ hidden: null, missing: [] },
});
const withoutValue: ServiceText = {
  ...text(''),
  ...{ text: null, hidden: 'valueMissing', missing: [{ zh: '补贴封顶', en: 'Cap of free returns' }] },
};

const open = (script: readonly ServiceText[]) => renderPage(<Script item={{ script } as unknown as CaseDetail} />);

describe('the script of a case', () => {
  it('is read, and copied as one message', async () => {
    const { user } = open([text('很抱歉。'), text('会在 48 小时内答复。')]);
    expect(screen.getByText('会在 48 小时内答复。')).toBeInTheDocument();
    const copied: string[] = [];
    navigator.clipboard.writeText = async (said) => void copied.push(said);
    await user.click(screen.getByRole('button', { name: '复制话术' }));
    expect(copied).toEqual(['很抱歉。\n会在 48 小时内答复。']);
  });

  it('says which value is missing, and offers nothing to copy', () => {
    open([withoutValue]);
    expect(screen.getByText('这里没有补贴封顶，整条不显示')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is not there where nothing is to be said', () => {
    open([]);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});
