namespace BriefingBot.Claims;

/// <summary>
/// Hashes of the runs of one to three words, twice: as terms with the claim's own words masked, and as the classes of the lexicon with
/// every other word alike. What is left says how a thing is told, not what it is.
/// </summary>
internal static class StanceNgrams
{
    private const int LongestRun = 3;
    private const int LeadSentences = 2;
    private const string Matched = "_";
    private const string Number = "#";
    private const string Other = "*";

    public static uint[] Of(StancePair pair, bool isArticle)
    {
        HashSet<uint> runs = [];
        if (!isArticle)
        {
            AddRuns("text", Masked(pair), 0, pair.Text.Tokens.Count, runs);
            AddRuns("text shape", Shape(pair.Text, pair.Matches), 0, pair.Text.Tokens.Count, runs);
            return [.. runs];
        }

        var claim = pair.Claim.Text;
        AddRuns("claim", [.. claim.Tokens.Select(token => token.Term)], 0, claim.Tokens.Count, runs);
        AddRuns("claim shape", Shape(claim, []), 0, claim.Tokens.Count, runs);
        var (words, shape) = (Masked(pair), Shape(pair.Text, pair.Matches));
        for (var i = 0; i < pair.Text.Sentences.Count; i++)
        {
            var sentence = pair.Text.Sentences[i];
            if (i < LeadSentences)
            {
                AddRuns("lead", words, sentence.Start, sentence.End, runs);
                AddRuns("lead shape", shape, sentence.Start, sentence.End, runs);
            }

            if (pair.IsNear(i))
            {
                AddRuns("near", words, sentence.Start, sentence.End, runs);
                AddRuns("near shape", shape, sentence.Start, sentence.End, runs);
            }
        }

        return [.. runs];
    }

    private static string[] Masked(StancePair pair)
    {
        var words = new string[pair.Matches.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = IsMasked(pair.Text, pair.Matches, i) ? Matched
                : pair.Text.Kinds[i] == TokenKind.Number ? Number
                : pair.Text.Tokens[i].Term;
        }

        return words;
    }

    private static string[] Shape(StanceText text, StanceMatch[] matches)
    {
        var words = new string[text.Tokens.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = IsMasked(text, matches, i) ? Matched
                : text.Kinds[i] == TokenKind.Number ? Number
                : text.Kinds[i] == TokenKind.Stop ? text.Tokens[i].Term
                : Other;
        }

        foreach (var cue in text.Cues.Where(cue => cue.End == cue.Start + 1 && words[cue.Start] == Other))
            words[cue.Start] = StanceLexicon.Name(cue.Class);
        return words;
    }

    private static bool IsMasked(StanceText text, StanceMatch[] matches, int at) =>
        matches.Length > 0 && text.Kinds[at] != TokenKind.Stop && matches[at].IsSame;

    private static void AddRuns(string zone, string[] words, int start, int end, HashSet<uint> runs)
    {
        for (var i = start; i < end; i++)
        {
            var hash = StanceHash.Of(zone);
            for (var length = 1; length <= LongestRun && i + length <= end; length++)
            {
                hash = StanceHash.Add(hash, words[i + length - 1]);
                runs.Add(hash);
                if (i == start)
                    runs.Add(StanceHash.Add(hash, "first"));
                if (i + length == end)
                    runs.Add(StanceHash.Add(hash, "last"));
            }
        }
    }
}
