import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { serverNow } from '../clock';
import { Deadline } from '../figures';
import { useCalendar, useFormat } from '../format';
import { ZoneOf } from './ZoneOf';

const at = '2026-03-11T18:30:00Z'; // the day after in Tokyo, 03:30

function Record() {
  const format = useFormat();
  const { dayOf, startOfDay } = useCalendar();
  return (
    <>
      <p>{format.tableTime(at)}</p>
      <p>{dayOf(at)}</p>
      <p>{startOfDay('2026-03-12')}</p>
    </>
  );
}

const told = (timeZone: string, locale: 'zh' | 'en' = 'zh') =>
  renderPage(
    <ZoneOf nodeId="s1">
      <Record />
      <Deadline at={new Date(serverNow() + 90 * 60_000).toISOString()} outcome={{ zh: '自动同意', en: 'Approved' }} />
    </ZoneOf>,
    { locale, answers: { ZoneOfNode: { orgNode: { id: 's1', timeZone } } } },
  );

describe('what belongs to a unit', () => {
  it('is told by the clocks and the calendar of that unit, and names its zone', async () => {
    told('Asia/Tokyo');
    expect(await screen.findByText('2026-03-12 03:30（日本标准时间）')).toBeInTheDocument();
    expect(screen.getByText('2026-03-12')).toBeInTheDocument();
    expect(screen.getByText('2026-03-11T15:00:00.000Z')).toBeInTheDocument();
    expect(screen.getByText(/^(今天|明天) \d\d:\d\d（日本标准时间）$/)).toBeInTheDocument();
  });

  it('does so in English', async () => {
    told('Asia/Tokyo', 'en');
    expect(await screen.findByText(/^2026-03-12 03:30 \(Japan (Standard )?Time\)$/)).toBeInTheDocument();
  });

  it('names no zone where the viewer’s clock agrees', async () => {
    told(Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(await screen.findByText(/^2026-03-1\d \d\d:30$/)).toBeInTheDocument();
  });
});
