import { screen } from '@testing-library/react';
import { setServerTime } from '../clock';
import { renderPage } from '../../testing/render';
import { Deadline } from './Deadline';
import { KeyFigure } from './KeyFigure';
import { Money } from './Money';

const outcome = { zh: '超时自动同意，运费门店承担', en: 'then approved, the store pays the freight' };
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000 + 30_000).toISOString();

describe('a deadline', () => {
  it('says its outcome and what that costs', () => {
    renderPage(<Deadline at={inHours(5)} outcome={outcome} cost={1890} />, { viewer: null });
    expect(screen.getByText(/剩 5 小时/)).toBeInTheDocument();
    expect(screen.getByText('超时自动同意，运费门店承担 · ¥18.90')).toBeInTheDocument();
  });

  it('goes by the server’s clock, not by the browser’s', () => {
    setServerTime(new Date(Date.now() + 2 * 3_600_000).toISOString());
    renderPage(<Deadline at={inHours(5)} outcome={outcome} />, { locale: 'en', viewer: null });
    expect(screen.getByText(/^3 h left/)).toBeInTheDocument();
    setServerTime(new Date().toISOString());
  });

  it('that is paused shows no time that runs', () => {
    renderPage(<Deadline at={inHours(5)} paused outcome={outcome} />, { viewer: null });
    expect(screen.getByText('已暂停')).toBeInTheDocument();
    expect(screen.queryByText(/剩/)).not.toBeInTheDocument();
  });
});

describe('figures', () => {
  it('of money have a symbol in text and none in a table', () => {
    const { container } = renderPage(
      <>
        <Money fen={-990} /> <Money fen={0} bare /> <Money fen={null} />
      </>,
      { viewer: null },
    );
    expect(container).toHaveTextContent('−¥9.90 0.00 –');
  });

  it('lead to the list that they count, in the same scope, and tell a change by sign and word', () => {
    renderPage(<KeyFigure label="超时" value="12" to="/queue?view=overdue" change={{ up: true, text: '3' }} />, {
      url: '/?scope=east',
    });
    expect(screen.getByRole('link', { name: '12' })).toHaveAttribute('href', '/queue?view=overdue&scope=east');
    expect(screen.getByText('多 3')).toBeInTheDocument();
  });
});
