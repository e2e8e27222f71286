import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { OverruledPage } from './OverruledPage';

const rule = (key: string, zh: string, count: number, more: object = {}) => ({
  ...{ rule: key, count, hasMore: false, name: { zh, en: key } },
  latest: [
    {
      ...{ caseId: 'c1', code: '8841', reason: '老客户', personName: '王芳', at: '2026-03-12T06:05:00Z' },
      node: { id: 's1', name: '江宁店' },
    },
  ],
  ...more,
});

describe('the most overruled rules', () => {
  it('are told with how often, by whom, why, and in which case', async () => {
    const { user, api } = renderPage(<OverruledPage />, {
      answers: { OverruledRules: { overruledRules: { rules: [rule('window', '售后期', 12), rule('evidence', '凭证照片', 1)] } } },
    });
    const [, first] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent('售后期12 次');
    expect(within(first as HTMLElement).getByRole('link', { name: '8841' })).toHaveAttribute(
      'href',
      expect.stringContaining('/cases/c1'),
    );
    expect(first).toHaveTextContent(/老客户王芳/);
    await user.click(screen.getByRole('combobox', { name: '期间' }));
    await user.click(await screen.findByRole('option', { name: '最近 90 天' }));
    expect(api.sent('OverruledRules').map(({ variables }) => variables['days'])).toEqual([30, 90]);
  });

  it('are none where nobody went against any', async () => {
    renderPage(<OverruledPage />, { locale: 'en', answers: { OverruledRules: { overruledRules: { rules: [] } } } });
    expect(await screen.findByText('No rule was overruled in this time')).toBeInTheDocument();
  });
});
