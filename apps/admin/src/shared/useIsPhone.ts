import useMediaQuery from '@mui/material/useMediaQuery';

/** Narrower than 600 px: rows become cards, the rail a bar at the bottom. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 599.95px)', { noSsr: true });
