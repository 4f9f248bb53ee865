namespace BriefingBot.Evaluation;

/// <summary>The figures, each share as a bar with its interval and threshold.</summary>
internal static class MeasureSection
{
    private const double WidthInUnits = 200;

    public static Markup Of(EvalReport report) => Markup.Of($"""
        <section aria-labelledby="measures">
        <h2 id="measures">Figures</h2>
        <table class="measures">
        <thead><tr><th scope="col">Measure</th><th scope="col">Value</th><th scope="col">95% interval</th><th scope="col">Of</th><th scope="col">Threshold</th><th scope="col">Chart</th></tr></thead>
        <tbody>{report.Measures.Where(measure => measure.Value is not null || measure.Threshold is not null).Select(Row)}</tbody>
        </table>
        <p class="note">Bars end at the value, whiskers span the 95% interval (bootstrap over the cases), the line is the threshold.</p>
        </section>
        """);

    private static Markup Row(MeasureResult measure)
    {
        var known = EvalMeasures.Find(measure.Name);
        var spread = measure.Spread is null ? Markup.None : Markup.Of($" <span class=\"spread\">spread {MeasureText.Value(measure.Name, measure.Spread)}</span>");
        var outcome = measure.Threshold is null ? Markup.None : Markup.Of($" <span class=\"{(measure.IsMet ? "good" : "bad")}\">{(measure.IsMet ? "met" : "missed")}</span>");
        return Markup.Of($"""
            <tr><th scope="row">{MeasureText.Label(measure.Name)}<small>{known?.Definition}</small></th>
            <td data-label="Value"><strong>{MeasureText.Value(measure.Name, measure.Value)}</strong>{spread}</td>
            <td data-label="95% interval">{MeasureText.Interval(measure)}</td>
            <td data-label="Of">{measure.Of}</td>
            <td data-label="Threshold">{MeasureText.Threshold(measure)}{outcome}</td>
            <td class="chart">{(known?.Unit == MeasureUnit.Share ? Bar(measure) : Markup.None)}</td></tr>
            """);
    }

    // The numbers stand in the row: to a screen reader the chart is decoration.
    private static Markup Bar(MeasureResult measure)
    {
        var (value, low, high) = (At(measure.Value), At(measure.Low), At(measure.High));
        var threshold = measure.Threshold is null ? Markup.None : Markup.Of($"<line class=\"threshold\" x1=\"{At(measure.Threshold)}\" x2=\"{At(measure.Threshold)}\" y1=\"1\" y2=\"21\"/>");
        return Markup.Of($"""
            <svg viewBox="-2 0 204 22" width="204" height="22" aria-hidden="true" focusable="false"><rect class="track" width="{WidthInUnits}" height="10" y="6" rx="2"/><rect class="{(measure.IsMet ? "value" : "value missed")}" width="{value}" height="10" y="6" rx="2"/><path class="whisker" d="M{low} 11H{high}M{low} 7v8M{high} 7v8"/>{threshold}</svg>
            """);
    }

    private static double At(double? share) => Math.Round(WidthInUnits * Math.Clamp(share ?? 0, 0, 1), 1);
}
