import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { InZone } from '../format';
import { TimeField, type TypedTime } from './TimeField';

function open() {
  const typed: TypedTime[] = [];
  const page = renderPage(
    <InZone zone="Asia/Tokyo">
      <TimeField label="发生时间" onChange={(at) => typed.push(at)} />
    </InZone>,
  );
  return { ...page, last: () => typed.at(-1) };
}

const day = () => screen.getByRole('textbox', { name: '发生时间' });
const time = () => screen.getByRole('textbox', { name: '时刻' });

describe('a time that is typed', () => {
  it.each(['18:00', '1800', '18：00'])('is of the zone in force (%s)', async (text) => {
    const { user, last } = open();
    await user.type(day(), '2026-03-20');
    await user.type(time(), text);
    expect(last()).toBe('2026-03-20T09:00:00.000Z');
  });

  it('is none while only half of it is there, and empty once nothing is', async () => {
    const { user, last } = open();
    await user.type(time(), '18:00');
    expect(last()).toBeNull();
    await user.clear(time());
    expect(last()).toBe('');
  });

  it.each(['24:00', '18:60', '6 pm'])('says how a time is written where it is none (%s)', async (text) => {
    const { user, last } = open();
    await user.type(day(), '2026-03-20');
    await user.type(time(), text);
    expect(screen.getByText('写成 HH:MM')).toBeInTheDocument();
    expect(last()).toBeNull();
  });
});
