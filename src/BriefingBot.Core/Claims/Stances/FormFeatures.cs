using System.Buffers;
using System.Collections.Frozen;

namespace BriefingBot.Claims;

/// <summary>The form of a headline or lead: questions, quotation marks, colons, and how its words are aligned with the claim's.</summary>
internal static class FormFeatures
{
    private const string QuoteMarks = "\"“”‘«»„";
    private static readonly SearchValues<char> QuoteMarkValues = SearchValues.Create(QuoteMarks);
    private const int NegationReach = 4;

    private static readonly FrozenSet<string> Auxiliaries =
        "is are was were did does do has have can could will would should might isnt wasnt didnt".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> QuestionWords = "what why how who when where which w.h.o.".Split(' ').ToFrozenSet();
    private static readonly int Negation = StanceLexicon.Class("negation");
    private static readonly int Hoax = StanceLexicon.Class("hoax");
    private static readonly int Fake = StanceLexicon.Class("fake");
    private static readonly int Deny = StanceLexicon.Class("deny");

    public static void Add(StancePair pair, bool isArticle, List<float> features)
    {
        AddForm(pair.Claim.Text, features);
        AddForm(pair.Text, features);
        AddAlignment(pair, features);
        AddNegations(pair, features);
        if (isArticle)
            AddSentences(pair, features);
    }

    private static void AddForm(StanceText text, List<float> features)
    {
        var all = text.Text;
        var first = text.Tokens.Count == 0 ? "" : text.Tokens[0].Term;
        var length = Math.Max(all.Length, 50) / 100f;
        var colon = all.IndexOf(':');
        features.Add(Auxiliaries.Contains(first) ? 1 : 0);
        features.Add(QuestionWords.Contains(first) ? 1 : 0);
        features.Add(all.AsSpan().TrimEnd().EndsWith('?') ? 1 : 0);
        features.Add(all.Count(c => c == '?') / length);
        features.Add(all.Count(c => c == '!') / length);
        features.Add(all.Count(QuoteMarks.Contains) / length);
        features.Add(Scare(all) / length);
        features.Add(colon >= 0 && colon < 30 ? 1 : 0);
        features.Add(colon >= 0 && colon > all.Length - 30 ? 1 : 0);
        features.Add(all.Count(char.IsAsciiDigit) / length);
        features.Add(text.Kinds.Count(kind => kind == TokenKind.Capitalised) / (float)Math.Max(text.Kinds.Length, 1));
        features.Add(all.Count(char.IsUpper) / (float)Math.Max(all.Count(char.IsLetter), 1));
        features.Add(MathF.Log(1 + text.Tokens.Count));
        features.Add(MathF.Log(1 + text.Sentences.Count));
    }

    /// <summary>Openings of single quotation marks: headlines set doubtful words in them.</summary>
    private static int Scare(string text)
    {
        var count = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is '\'' or '‘' && (i == 0 || text[i - 1] == ' ') && char.IsLetter(text[i + 1]))
                count++;
        }

        return count;
    }

    private static void AddAlignment(StancePair pair, List<float> features)
    {
        float antonyms = 0, newNames = 0, newWords = 0, newNumbers = 0, kept = 0;
        var (first, last) = (-1, -1);
        var previous = -1;
        for (var i = 0; i < pair.Matches.Length; i++)
        {
            var match = pair.Matches[i];
            if (match.Kind == MatchKind.Antonym)
                antonyms++;
            if (match.IsSame)
            {
                first = first < 0 ? i : first;
                last = i;
                kept += match.Index > previous ? 1 : 0;
                previous = match.Index;
            }
            else
            {
                var kind = pair.Text.Kinds[i];
                newNames += kind == TokenKind.Capitalised ? 1 : 0;
                newWords += kind is TokenKind.Word or TokenKind.Capitalised ? 1 : 0;
                newNumbers += kind == TokenKind.Number ? 1 : 0;
            }
        }

        var tokens = Math.Max(pair.Matches.Length, 1);
        features.Add(MathF.Log(1 + antonyms));
        features.Add(newNames / tokens);
        features.Add(newWords / tokens);
        features.Add(MathF.Log(1 + newNumbers));
        features.Add(kept / Math.Max(pair.Claim.Content.Count, 1));
        features.Add(first / (float)tokens);
        features.Add((tokens - 1 - last) / (float)tokens);
    }

    /// <summary>Negations and denials before matched words, against those before the same words of the claim.</summary>
    private static void AddNegations(StancePair pair, List<float> features)
    {
        var text = Negated(pair.Text, [Negation]);
        var denied = Negated(pair.Text, [Hoax, Fake, Deny]);
        var claim = Negated(pair.Claim.Text, [Negation, Hoax, Fake, Deny]);
        float differs = 0, agrees = 0, denials = 0;
        for (var i = 0; i < pair.Matches.Length; i++)
        {
            if (!pair.Matches[i].IsSame)
                continue;

            var inClaim = claim[pair.Claim.Content[pair.Matches[i].Index]];
            differs += text[i] != inClaim ? 1 : 0;
            agrees += text[i] && inClaim ? 1 : 0;
            denials += denied[i] != inClaim ? 1 : 0;
        }

        var matched = Math.Max(pair.Matches.Count(match => match.IsSame), 1);
        features.Add(MathF.Log(1 + differs));
        features.Add(differs / matched);
        features.Add(MathF.Log(1 + denials));
        features.Add(denials / matched);
        features.Add(agrees);
    }

    private static bool[] Negated(StanceText text, ReadOnlySpan<int> classes)
    {
        var negated = new bool[text.Tokens.Count];
        foreach (var cue in text.Cues)
        {
            if (classes.Contains(cue.Class))
                negated.AsSpan(cue.End..Math.Min(negated.Length, cue.End + NegationReach)).Fill(true);
        }

        return negated;
    }

    private static void AddSentences(StancePair pair, List<float> features)
    {
        var count = Math.Max(pair.Overlaps.Length, 1);
        var near = Enumerable.Range(0, pair.Overlaps.Length).Where(pair.IsNear).ToList();
        features.Add(near.Count);
        features.Add(near.Count / (float)count);
        features.Add(near.Count == 0 ? 1 : near[0] / (float)count);
        features.Add(near.Count == 0 ? 1 : near[^1] / (float)count);
        features.Add(pair.Best / (float)count);
        features.Add(near.Count(at => pair.Text.Text[pair.Text.Sentences[at].Span.End - 1] == '?'));
        features.Add(near.Count(at => pair.Text.Text.AsSpan(pair.Text.Sentences[at].Span.Start, pair.Text.Sentences[at].Span.Length).ContainsAny(QuoteMarkValues)));
    }
}
