/** Predict the chart: which of these is this world's? Each was computed from a world; the run decides, and is laid over the answer. */

import { type RefObject, useMemo } from 'react';
import {
  chartText,
  chartTitle,
  gradeChart,
  measuredText,
  measures,
  type PredictChartKey,
  type QuestionOf,
} from '#/scenarios';
import { SmallChart, type SmallLine, timeText } from '#/stage';
import { type Column, Disclosure, RadioGroup, Table } from '#/ui';
import card from '../../parts/Card.module.css';
import { QuestionFrame } from '../QuestionFrame';
import { useQuestion } from '../use-question';
import styles from './PredictChart.module.css';
import { useCharts } from './use-charts';

type Asks = { question: QuestionOf<'predict-chart'> };
type Series = PredictChartKey['actual'];

/** A chart is called by a letter, in the order in which they stand. */
const letter = (nth: number): string => String.fromCharCode(65 + nth);

const unitWords = {
  share: '%',
  ms: 'ms',
  'per second': 'per second',
  waiting: 'requests waiting',
  'per call': 'for each call',
} as const;

/** A share is drawn in hundredths. */
const timesOf = ({ measure }: Pick<Series, 'measure'>): number =>
  measures[measure].unit === 'share' ? 100 : 1;

function lineOf(series: Series, name: string, look: SmallLine['look']): SmallLine {
  const times = timesOf(series);
  const points = series.points.map((p) => ({ ...p, value: p.value === null ? null : p.value * times }));
  return { name, look, points };
}

export function PredictChart({ question }: Asks) {
  const charts = useCharts(question);
  const key = charts.is === 'there' ? charts.key : null;
  const asked = useQuestion(
    question,
    (answer) => key !== null && answer.kind === 'predict-chart' && gradeChart(key, answer.chart).right,
  );
  const chosen = asked.answer?.kind === 'predict-chart' ? asked.answer.chart : null;
  const said =
    charts.is === 'computing'
      ? `The lab is computing the charts from their worlds: ${Math.floor(charts.share * 100)} %.`
      : charts.is === 'failed'
        ? `The charts cannot be computed here: ${charts.why}`
        : null;
  const kind = measures[question.measure];
  const waiting = key === null ? 'The charts are not there yet.' : null;
  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Predict the chart"
      ask={<p className={card.question}>{question.question}</p>}
      lockLabel="Lock in and run"
      missing={waiting ?? (chosen === null ? 'Choose the chart that you think is this world’s.' : null)}
      world={question.variant}
      feedback={(heading) =>
        chosen !== null &&
        (key === null ? (
          <h3 ref={heading} tabIndex={-1} className={card.heading}>
            {said}
          </h3>
        ) : (
          <Said question={question} chart={key} chosen={chosen} heading={heading} />
        ))
      }
    >
      <p className={card.notice}>
        In each chart: {chartTitle(question)} ({unitWords[kind.unit]}).{' '}
        {question.node === undefined ? kind.ofUsers : kind.ofNode}
      </p>
      <RadioGroup
        legend="This world’s chart is:"
        value={chosen}
        options={question.options.map(({ id }, i) => ({
          value: id,
          label: <Choice question={question} chart={key} nth={i} />,
          hint: key?.options[i] && chartText(key.options[i].series),
        }))}
        onChange={(chart) => asked.choose({ kind: 'predict-chart', chart })}
        disabled={asked.revealed}
      />
      {/* Said once, not at every step: a number that moves is for those who see it. */}
      {said && <p className={card.notice}>{said}</p>}
      <p role="status" className="visually-hidden">
        {key === null ? '' : 'The charts are there.'}
      </p>
      {key && (
        <Disclosure summary="The charts as a table" className={card.interactive}>
          <AsTable question={question} chart={key} />
        </Disclosure>
      )}
    </QuestionFrame>
  );
}

interface OfCharts extends Asks {
  chart: PredictChartKey;
}

function Choice({ question, chart, nth }: Asks & { chart: PredictChartKey | null; nth: number }) {
  const series = chart?.options[nth]?.series;
  const lines = useMemo(() => (series ? [lineOf(series, '', 'own')] : []), [series]);
  const text = useText(question);
  return (
    <>
      <span>Chart {letter(nth)}</span>
      <span className={styles.place}>
        {series && chart && <SmallChart lines={lines} most={chart.most * timesOf(series)} text={text} />}
      </span>
    </>
  );
}

/** A value of the axis with its unit. */
function useText({ measure }: Pick<Asks['question'], 'measure'>): (value: number) => string {
  return useMemo(() => (value: number) => measuredText(measure, value / timesOf({ measure })), [measure]);
}

interface SaidProps extends OfCharts {
  chosen: string;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** The run's chart against the chosen one, and where they first part. */
function Said({ question, chart, chosen, heading }: SaidProps) {
  const grade = gradeChart(chart, chosen);
  const { actual, most } = chart;
  const text = useText(question);
  const option = question.options.find(({ id }) => id === chosen);
  const rightAt = chart.options.findIndex(({ right }) => right);
  const lines = useMemo(() => {
    const own = lineOf(actual, 'this world', 'own');
    return grade.right ? [own] : [own, lineOf(grade.chosen, 'your chart', 'other')];
  }, [actual, grade.right, grade.chosen]);
  const valueText = (value: number | null) =>
    value === null ? 'nothing' : measuredText(actual.measure, value);
  const { parts } = grade;
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={card.heading}>
        {grade.right ? 'So the run goes' : `The run goes as chart ${letter(rightAt)}`}
      </h3>
      <SmallChart lines={lines} most={most * timesOf(actual)} text={text} mark={parts?.here.fromUs} />
      {parts && (
        <p>
          They part from {timeText(parts.here.fromUs)} to {timeText(parts.here.toUs)}: this world has{' '}
          {valueText(parts.here.value)}, your chart {valueText(parts.chosen.value)}.
        </p>
      )}
      {!grade.right && option?.differs && <p>Your chart is of another world: {option.differs}.</p>}
      {option && <p>{option.because}</p>}
      <p>{question.reason}</p>
    </>
  );
}

type Row = Series['points'][number] & { readonly values: readonly (number | null)[] };

function AsTable({ question, chart }: OfCharts) {
  const rows: readonly Row[] = chart.actual.points.map((point, at) => ({
    ...point,
    values: chart.options.map(({ series }) => series.points[at]?.value ?? null),
  }));
  const columns: Column<Row>[] = [
    {
      id: 'time',
      header: 'From, to',
      rowHeader: true,
      cell: ({ fromUs, toUs }) => `${timeText(fromUs)} – ${timeText(toUs)}`,
    },
    ...chart.options.map(
      ({ id }, i): Column<Row> => ({
        id,
        header: `Chart ${letter(i)}`,
        align: 'end',
        cell: ({ values }) => {
          const value = values[i] ?? null;
          return value === null ? '–' : measuredText(question.measure, value);
        },
      }),
    ),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section className={styles.table} tabIndex={0} aria-label="The charts as a table">
      <Table caption={chartTitle(question)} columns={columns} rows={rows} rowKey={({ fromUs }) => fromUs} />
    </section>
  );
}
