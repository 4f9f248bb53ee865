namespace BriefingBot.Evaluation;

/// <summary>What changed since the baseline.</summary>
internal static class ComparisonSection
{
    public static Markup Of(ReportComparison? comparison) => comparison is null ? Markup.None : Markup.Of($"""
        <section aria-labelledby="changes">
        <h2 id="changes">Since the baseline</h2>
        <p>{comparison.Worse.Count} worse, {comparison.Better.Count} better, {comparison.Added.Count} new, {comparison.Removed.Count} gone.</p>
        {List("Worse", "bad", comparison.Worse, change => change.After)}
        {List("Better", "good", comparison.Better, change => change.Before)}
        </section>
        """);

    private static Markup List(string heading, string style, IReadOnlyList<CaseChange> changes, Func<CaseChange, IReadOnlyList<string>> what) => changes.Count == 0 ? Markup.None : Markup.Of($"""
        <h3><span class="{style}">{heading}</span></h3>
        <ul>{changes.Select(change => Markup.Of($"<li><strong>{change.Question}</strong> {string.Join("; ", what(change))}</li>"))}</ul>
        """);
}
