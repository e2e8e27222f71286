/** Tells at the end how long each law took, slowest first; what took less than a tenth of a second is left out. */
export default class SoakReporter {
  onRunComplete(_contexts, { testResults }) {
    const laws = testResults.flatMap((suite) => suite.testResults).filter(({ duration }) => duration >= 100);
    const slowestFirst = laws.sort((a, b) => b.duration - a.duration);
    console.log(`\nsoak: seconds that ${process.env.HEADWATER_RUNS} runs of each law took`);
    for (const { duration, status, fullName } of slowestFirst)
      console.log(`${(duration / 1000).toFixed(1).padStart(8)}  ${status === 'passed' ? '' : `${status}: `}${fullName}`);
  }
}
