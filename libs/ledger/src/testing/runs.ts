/** How many random runs a law gets: modest by default, more where HEADWATER_RUNS says so. */
export const runs = (modest: number): { numRuns: number } => ({ numRuns: Number(process.env['HEADWATER_RUNS'] ?? modest) });
