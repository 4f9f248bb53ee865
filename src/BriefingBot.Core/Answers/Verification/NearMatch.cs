using BriefingBot.Answers.Drafts;
using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Answers.Verification;

/// <summary>Finds words in a passage that are nearly the ones looked for.</summary>
internal static class NearMatch
{
    private const double LeastSimilarity = 0.9;

    // Shorter ones are near to too much.
    private const int ShortestInChars = 20;

    /// <returns>Null where nothing is near enough, or what differs is a number, a name, a negation or a hedge.</returns>
    public static LocatedQuote? Find(PromptPassage passage, string words)
    {
        if (words.Length < ShortestInChars)
        {
            return null;
        }

        var (text, most) = (passage.Normal.Text, (int)(words.Length * (1 - LeastSimilarity)));
        if (Nearest(words, text) is not { } near || near.Distance > most)
        {
            return null;
        }

        var (start, end) = WholeWords(text, near.Start, near.End);
        return DiffersInLittle(words, text[start..end]) ? new LocatedQuote(passage, passage.Normal.Origin(start, end), IsRepaired: true) : null;
    }

    /// <summary>The stretch of the text with the fewest edits to the pattern: Sellers 1980, the start carried along.</summary>
    private static (int Start, int End, int Distance)? Nearest(string pattern, string text)
    {
        var cost = new int[pattern.Length + 1];
        var from = new int[pattern.Length + 1];
        for (var i = 0; i <= pattern.Length; i++)
        {
            cost[i] = i;
        }

        (int Start, int End, int Distance)? best = null;
        for (var j = 0; j < text.Length; j++)
        {
            var (diagonal, diagonalFrom) = (cost[0], j);
            from[0] = j + 1;
            for (var i = 1; i <= pattern.Length; i++)
            {
                var (above, aboveFrom) = (cost[i], from[i]);
                var replaced = diagonal + (pattern[i - 1] == text[j] ? 0 : 1);
                if (replaced <= above + 1 && replaced <= cost[i - 1] + 1)
                {
                    (cost[i], from[i]) = (replaced, diagonalFrom);
                }
                else if (above < cost[i - 1])
                {
                    cost[i] = above + 1;
                }
                else
                {
                    (cost[i], from[i]) = (cost[i - 1] + 1, from[i - 1]);
                }

                (diagonal, diagonalFrom) = (above, aboveFrom);
            }

            if (best is null || cost[^1] < best.Value.Distance)
            {
                best = (from[^1], j + 1, cost[^1]);
            }
        }

        return best;
    }

    private static (int Start, int End) WholeWords(string text, int start, int end)
    {
        while (start > 0 && (!WordEdges.AreAt(text, start, text.Length) || text[start - 1] is not (' ' or '\'' or '(')))
        {
            start--;
        }

        while (end < text.Length && (!WordEdges.AreAt(text, 0, end) || char.IsLetterOrDigit(text[end])))
        {
            end++;
        }

        return (start, end);
    }

    private static bool DiffersInLittle(string quoted, string found)
    {
        var (one, other) = (Lowers(quoted), Lowers(found));
        var shared = Shared(one, other);
        return one.Where((_, i) => !shared.One.Contains(i)).Concat(other.Where((_, i) => !shared.Other.Contains(i))).All(IsLittle);
    }

    private static List<Word> Lowers(string text) => Words.Of(text, new TextSpan(0, text.Length)).FindAll(word => !word.IsMark);

    // A capital at the start of a quote is no name; elsewhere it is.
    private static bool IsLittle(Word word) =>
        !(word.IsCapitalised && word.Span.Start > 0) && !Negation.IsNegator(word.Lower) && !DraftWords.IsStrict(word.Lower) && !word.Lower.Any(char.IsDigit)
        && NumberReader.Read([word]).Count == 0 && Tone.Of([word]).Marks == Marks.None && word.Lower is not ("one" or "can" or "should" or "shall");

    /// <summary>The longest common subsequence of the words.</summary>
    private static (HashSet<int> One, HashSet<int> Other) Shared(List<Word> one, List<Word> other)
    {
        var length = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
        {
            for (var j = other.Count - 1; j >= 0; j--)
            {
                length[i, j] = one[i].Lower == other[j].Lower ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        HashSet<int> inOne = [];
        HashSet<int> inOther = [];
        for (var (i, j) = (0, 0); i < one.Count && j < other.Count;)
        {
            if (one[i].Lower == other[j].Lower)
            {
                inOne.Add(i++);
                inOther.Add(j++);
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (inOne, inOther);
    }
}
