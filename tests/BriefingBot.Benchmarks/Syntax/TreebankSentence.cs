using BriefingBot.Articles;
using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Syntax;

/// <summary>A sentence of a treebank in CoNLL-U, in words as the program cuts them.</summary>
/// <param name="Heads">The word that each depends on; -1 for the root.</param>
internal sealed record TreebankSentence(List<Word> Words, string[] Tags, int[] Heads, string[] Relations)
{
    // Subtypes that tell who does what; of others only the basic relation.
    private static readonly HashSet<string> Kept = ["nsubj:pass", "aux:pass", "nmod:poss", "obl:agent", "acl:relcl", "compound:prt"];

    private sealed record Token(int Start, int End, int Head, string Tag, string Relation);

    public static IEnumerable<TreebankSentence> Read(string path)
    {
        List<string> lines = [];
        var text = "";
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
                text = line[9..];
            else if (line.Length == 0 && lines.Count > 0)
            {
                if (Of(text, lines) is { } sentence)
                    yield return sentence;
                lines.Clear();
            }
            else if (line.Length > 0 && line[0] != '#')
                lines.Add(line);
        }
    }

    private static TreebankSentence? Of(string text, List<string> lines)
    {
        if (Tokens(text, lines) is not { } tokens)
            return null;
        var words = BriefingBot.Claims.Words.Of(text, new TextSpan(0, text.Length));
        var owner = Array.ConvertAll(tokens, token => words.FindIndex(word => word.Span.Start < token.End && token.Start < word.Span.End));
        if (Array.Exists(owner, word => word < 0))
            return null;

        var (tags, heads, relations) = (new string[words.Count], new int[words.Count], new string[words.Count]);
        for (var word = 0; word < words.Count; word++)
        {
            // Of the tokens in one word, the one whose head lies outside stands for it; what a token has more of words hangs on its first.
            var inside = Enumerable.Range(0, tokens.Length).Where(i => owner[i] == word).ToList();
            if (inside.Count == 0)
            {
                var whole = Array.FindIndex(tokens, token => token.Start < words[word].Span.End && words[word].Span.Start < token.End);
                if (whole < 0)
                    return null;
                (tags[word], heads[word], relations[word]) = (tokens[whole].Tag, owner[whole], words[word].IsMark ? "punct" : "flat");
                continue;
            }

            var top = inside.Find(i => tokens[i].Head < 0 || owner[tokens[i].Head] != word);
            if (!inside.Contains(top))
                return null;
            (tags[word], heads[word], relations[word]) = (tokens[top].Tag, tokens[top].Head < 0 ? -1 : owner[tokens[top].Head], tokens[top].Relation);
        }

        return new TreebankSentence(words, tags, heads, relations);
    }

    private static Token[]? Tokens(string text, List<string> lines)
    {
        List<Token> tokens = [];
        var (at, wholeEnd, wholeLast) = (0, 0, 0);
        foreach (var fields in lines.Select(line => line.Split('\t')).Where(fields => !fields[0].Contains('.', StringComparison.Ordinal)))
        {
            if (fields[0].Split('-') is [_, var last])
            {
                at = text.IndexOf(fields[1], at, StringComparison.Ordinal);
                if (at < 0)
                    return null;
                (wholeEnd, wholeLast) = (at + fields[1].Length, int.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
                continue;
            }

            var number = int.Parse(fields[0], System.Globalization.CultureInfo.InvariantCulture);
            var start = text.IndexOf(fields[1], at, StringComparison.Ordinal);
            // Of "won't", neither part need stand there as it is written out.
            var isPart = number <= wholeLast;
            if (isPart && (start < 0 || start + fields[1].Length > wholeEnd))
                start = Math.Min(at, wholeEnd - 1);
            if (start < 0)
                return null;
            var end = isPart ? Math.Min(start + fields[1].Length, wholeEnd) : start + fields[1].Length;
            tokens.Add(new Token(start, end, int.Parse(fields[6], System.Globalization.CultureInfo.InvariantCulture) - 1, fields[4], Relation(fields[7])));
            at = isPart && number == wholeLast ? wholeEnd : end;
        }

        return [.. tokens];
    }

    private static string Relation(string written) => Kept.Contains(written) ? written : written.Split(':')[0];
}
