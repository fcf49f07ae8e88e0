/** The charts, which stand in chapters and on the page of numbers. */
import { assembleChart, type Chart, chartOf, chartsIn } from '../model/charts.ts';
import type { Chapter, WorldEvent } from '../model/world.ts';
import type { Assembly } from './assembly.ts';
import { besideText } from './citing.ts';
import { didYouMean } from './nearest-id.ts';

/** Joins the charts with their events; the rows of one are its passages. */
export function assembleCharts(assembly: Assembly, events: readonly WorldEvent[]): Chart[] {
  const { entries, problems, ids, citing, followedTo } = assembly;
  const charts = entries.charts.map((entry) => {
    const { id, data } = entry;
    const chart = assembleChart(id, data, {
      followedTo,
      say: (field, what) => problems.say(entry, field, what),
      findEvent: (field, one) => {
        const now = ids.resolve(entry, field, 'event', one);
        return events.find((event) => event.id === now);
      },
      resolveSource: (field, one) => ids.resolve(entry, field, 'source', one),
    });
    const sources = citing.cite({ kind: 'figures', id: '', anchor: id }, [
      ...chart.rows.flatMap((row) => besideText(`${data.title}: ${row.reads} (${row.who})`, row.sources)),
      ...citing.readText(entry, 'caveat', data.caveat, true),
    ]);
    return { ...chart, sources: [...new Set(sources)] };
  });
  checkCharts(assembly);
  return charts;
}

/** Says where a text asks for a chart that is not there. */
function checkCharts({ entries, problems, ids }: Assembly): void {
  const known = entries.charts.map(({ id }) => id);
  const former = new Set(entries.charts.flatMap(({ data }) => data.formerIds));
  for (const entry of [...entries.chapters, ...entries.unread])
    for (const { id, line } of chartsIn(entry.body))
      if (!former.has(id) && !entries.files.chart.has(id) && !ids.isUnreadFormer(id))
        problems.add({
          file: entry.file,
          line: entry.bodyLine + line - 1,
          what: `text: no file content/charts/${id}.yaml. ${didYouMean(id, known, 'Add the file or correct the id.')}`,
        });
}

/** Returns the chapters with what their charts rest on among their sources. */
export function withChartSources(chapters: readonly Chapter[], charts: readonly Chart[]): Chapter[] {
  return chapters.map((chapter) => {
    const shown = chartsIn(chapter.body).flatMap(({ id }) => chartOf(charts, id)?.sources ?? []);
    return { ...chapter, sources: [...new Set([...chapter.sources, ...shown])] };
  });
}
