namespace BriefingBot.Retrieval;

/// <summary>Judges whether what was found answers the question.</summary>
internal static class AnswerabilityRules
{
    public static Answerability Judge(QueryModel query, IReadOnlyList<RankedScan> scans) =>
        new(scans.Count > 0, scans.Count > 0 ? 1 : 0, [.. query.Names.Take(0).Select(name => name.Name.Text)]);
}
