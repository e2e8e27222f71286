import { v } from '../../theme/vars';

/** A list of what should be known before: each with its icon, in the colour of how grave it is. */
export const checkStyles = {
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 },
  '& [data-part="check"]': { display: 'flex', gap: 6, color: v.tone.trouble.ink },
  '& [data-part="check"][data-tone="act"]': { color: v.tone.act.ink },
  '& [data-part="check"] a': { color: 'inherit', textDecoration: 'underline' },
  '& svg': { width: 18, height: 18, flex: 'none', marginTop: 2 },
} as const;
