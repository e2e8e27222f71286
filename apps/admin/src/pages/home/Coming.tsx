import { useTranslate } from 'ra-core';
import { Sheet } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { Change } from './Change';
import type { Home } from './documents';

/** More of them are read in the calendar. */
const SHOWN = 6;

/** What begins and ends in fourteen days, as the calendar has it. */
export function Coming({ home }: { home: Home }) {
  const t = useTranslate();
  const more = home.upcomingTotal - SHOWN;
  return (
    <Sheet title={t('home.coming.title')} aside={<ScopedLink to="/calendar?days=14">{t('home.coming.calendar')}</ScopedLink>}>
      {home.upcoming.length === 0 && <p className="hw-hint">{t('home.coming.none')}</p>}
      {home.upcoming.slice(0, SHOWN).map((entry) => (
        <Change key={entry.id} entry={entry} />
      ))}
      {more > 0 && <p className="hw-hint">{t('home.coming.more', { n: more })}</p>}
    </Sheet>
  );
}
