using BriefingBot.Answers.Verification;
using BriefingBot.Articles;
using BriefingBot.Claims;
using BriefingBot.Retrieval;

namespace BriefingBot.Answers.Drafts;

/// <summary>Chooses the passages that a model is shown, as many as fit.</summary>
internal static class PassageChooser
{
    // A copy tells nothing new: the wire story of a second paper has most of its words.
    private const double MostContained = 0.8;

    // Names of its fields, outlet, date and speakers.
    private const int BesideInTokens = 45;

    /// <param name="tokens">What all of them may take.</param>
    /// <returns>Those that hold the statements which answer first, then as ranked; at least one.</returns>
    public static List<PromptPassage> Choose(Briefing briefing, int tokens)
    {
        var sentences = briefing.Evidence.Sentences.ToLookup(sentence => sentence.Source.Id, StringComparer.Ordinal);
        List<(Article Source, TextSpan Span, List<ClaimSentence> Sentences)> chosen = [];
        List<HashSet<string>> seen = [];
        foreach (var (source, span) in Ranked(briefing, sentences))
        {
            if (chosen.Exists(other => other.Source.Id == source.Id && other.Span.Overlaps(span)))
            {
                continue;
            }

            var text = source.Text[span.Start..span.End];
            var cost = TokenEstimate.Of(text) + BesideInTokens;
            var terms = Terms(text);
            if ((cost > tokens && chosen.Count > 0) || seen.Exists(other => terms.Count(other.Contains) > MostContained * terms.Count))
            {
                continue;
            }

            var inside = sentences[source.Id].Where(sentence => span.Contains(sentence.Span)).ToList();
            if (inside.Count > 0)
            {
                chosen.Add((source, span, inside));
                seen.Add(terms);
                tokens -= cost;
            }
        }

        briefing.Evidence.Read([.. chosen.SelectMany(passage => passage.Sentences)]);
        return Number(briefing, chosen);
    }

    private static HashSet<string> Terms(string text)
    {
        List<Token> tokens = [];
        TermAnalyzer.Analyze(text, new TextSpan(0, text.Length), tokens);
        return tokens.Where(token => !token.IsStopWord).Select(token => token.Term).ToHashSet(StringComparer.Ordinal);
    }

    private static List<PromptPassage> Number(Briefing briefing, List<(Article Source, TextSpan Span, List<ClaimSentence> Sentences)> chosen)
    {
        List<PromptPassage> passages = [];
        foreach (var (source, span, inside) in chosen)
        {
            List<SourceSentence> told = [.. inside.Select(briefing.Evidence.Read).Where(statement => !SourceSentence.IsAddressed(statement.Statement) && OutputText.IsPlain(statement.Statement.Text)).Select(statement => new SourceSentence(statement))];
            if (told.Count > 0)
            {
                passages.Add(new PromptPassage(passages.Count + 1, source, span, told));
            }
        }

        return passages;
    }

    private static IEnumerable<(Article Source, TextSpan Span)> Ranked(Briefing briefing, ILookup<string, ClaimSentence> sentences)
    {
        var ranked = briefing.Found.Passages.Where(passage => sentences.Contains(passage.Passage.Source.Id)).Select(passage => (passage.Passage.Source, passage.Passage.Span)).ToList();
        var quoted = briefing.Findings.Quoted.Select(statement =>
            ranked.Find(passage => passage.Source.Id == statement.Statement.Source.Id && passage.Span.Overlaps(statement.Statement.Span)) is { Source: not null } found
                ? found : (statement.Statement.Source, Span: statement.Statement.Paragraph));
        return quoted.Concat(ranked);
    }
}
