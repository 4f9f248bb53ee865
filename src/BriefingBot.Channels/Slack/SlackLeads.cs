using BriefingBot.Answers;

namespace BriefingBot.Channels.Slack;

/// <summary>The words of an answer that are not its quotes, where the quotes are shown apart from them.</summary>
/// <param name="Before">What leads each quote, in the order of the citations; mostly empty after the first.</param>
/// <param name="After">What is said after the last.</param>
internal sealed record SlackLeads(IReadOnlyList<string> Before, string After)
{
    /// <summary>Splits the text of an answer that is made of its quotes; one that a model wrote, or that quotes otherwise, stands whole before them.</summary>
    public static SlackLeads Of(Answer answer)
    {
        var leads = new List<string>();
        var (text, from) = (answer.Text, 0);
        foreach (var citation in answer.Citations)
        {
            var at = text.IndexOf(citation.Quote.Text, from, StringComparison.Ordinal);
            var marker = at < 0 ? -1 : text.IndexOf($"[{citation.Number}]", at + citation.Quote.Text.Length, StringComparison.Ordinal);
            if (answer.Model != ExtractiveWriter.Model || marker < 0)
                return new SlackLeads([text, .. answer.Citations.Skip(1).Select(_ => "")], "");
            leads.Add(WithoutSource(text[from..at].Trim(' ', '“', '"', '«', '„'), citation));
            from = text.IndexOf(']', marker) + 1;
        }

        return leads.Count == 0 ? new SlackLeads([text], "") : new SlackLeads(leads, text[from..].Trim());
    }

    // Who says it, and when, stands under the quote.
    private static string WithoutSource(string lead, Citation citation)
    {
        var provenance = citation.Quote.Source.Provenance;
        foreach (var part in new[] { citation.Speaker, provenance.Outlet, provenance.Published is { } day ? $"{day:yyyy-MM-dd}" : null })
        {
            if (part is not null && (lead == $"{part}:" || lead.EndsWith($" {part}:", StringComparison.Ordinal)))
                lead = lead[..^(part.Length + 1)].TrimEnd();
        }

        return lead;
    }
}
