export interface Holiday {
  readonly day: string;
  readonly name: string;
}

const named = (name: string, ...days: string[]): Holiday[] => days.map((day) => ({ day, name }));

/**
 * China's thirteen statutory holidays of a year, by the State Council's Regulation on Public Holidays (全国年节及纪念日放假办法, as
 * amended by decree 795 of 2024), article 2. The days off that are moved to weekends beside them are announced each year; a chain adds
 * those it keeps.
 */
const china: Readonly<Record<number, readonly Holiday[]>> = {
  2026: [
    ...named('元旦', '2026-01-01'),
    ...named('春节', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'),
    ...named('清明节', '2026-04-05'),
    ...named('劳动节', '2026-05-01', '2026-05-02'),
    ...named('端午节', '2026-06-19'),
    ...named('中秋节', '2026-09-25'),
    ...named('国庆节', '2026-10-01', '2026-10-02', '2026-10-03'),
  ],
  2027: [
    ...named('元旦', '2027-01-01'),
    ...named('春节', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'),
    ...named('清明节', '2027-04-05'),
    ...named('劳动节', '2027-05-01', '2027-05-02'),
    ...named('端午节', '2027-06-09'),
    ...named('中秋节', '2027-09-15'),
    ...named('国庆节', '2027-10-01', '2027-10-02', '2027-10-03'),
  ],
};

export const statutoryYears: readonly number[] = Object.keys(china).map(Number);

/** Those of a year; none where it is not known yet. */
export const statutoryHolidays = (year: number): readonly Holiday[] => china[year] ?? [];
