namespace BriefingBot.Evaluation;

/// <summary>Expected statuses against given ones.</summary>
internal static class StatusSection
{
    private const int Shades = 4;

    public static Markup Of(EvalReport report)
    {
        var confusion = StatusMeasures.Confusion(report.Cases);
        var statuses = Enum.GetValues<AnswerStatus>();
        return confusion.Count == 0 ? Markup.None : Markup.Of($"""
            <section aria-labelledby="statuses">
            <h2 id="statuses">Statuses</h2>
            <p class="note">A row is what is expected, a column what was given; the diagonal is right.</p>
            <div class="scroll" role="region" aria-label="Table of statuses" tabindex="0">
            <table class="confusion">
            <thead><tr><th scope="col">Expected</th>{statuses.Select(given => Markup.Of($"<th scope=\"col\">{AnswerStatuses.Word(given)}</th>"))}</tr></thead>
            <tbody>{statuses.Select(expected => Row(expected, statuses, confusion))}</tbody>
            </table>
            </div>
            </section>
            """);
    }

    private static Markup Row(AnswerStatus expected, AnswerStatus[] statuses, IReadOnlyDictionary<(AnswerStatus Expected, AnswerStatus Given), int> confusion)
    {
        var all = statuses.Sum(given => confusion.GetValueOrDefault((expected, given)));
        return Markup.Of($"<tr><th scope=\"row\">{AnswerStatuses.Word(expected)}</th>{statuses.Select(given => Cell(expected == given, confusion.GetValueOrDefault((expected, given)), all))}</tr>");
    }

    private static Markup Cell(bool isRight, int count, int all)
    {
        var shade = count == 0 ? "" : $"{(isRight ? "right" : "wrong")} shade{(int)Math.Ceiling((double)Shades * count / all)}";
        return Markup.Of($"<td class=\"{shade}\">{(count == 0 ? "" : count)}</td>");
    }
}
