namespace BriefingBot.Claims;

/// <summary>Running counts over a paragraph's tokens, so that what stands between two tokens is known at once.</summary>
internal sealed class RunningCounts
{
    private readonly int[] commas;
    private readonly int[] opening;
    private readonly int[] closing;
    private readonly int[] cues;
    private readonly int[] joints;
    private readonly int[] thats;

    /// <param name="tokens">The paragraph.</param>
    /// <param name="cueStarts">The first token of each of its cues.</param>
    public RunningCounts(ArticleToken[] tokens, IEnumerable<int> cueStarts)
    {
        commas = Count(tokens, (in token) => token.Word == KnownWords.Comma);
        opening = Count(tokens, (in token) => token.Mark > 0);
        closing = Count(tokens, (in token) => token.Mark is -1 or 2);
        joints = Count(tokens, (in token) => KnownWords.IsJoint(token.Word));
        thats = Count(tokens, (in token) => token.Word == KnownWords.That);
        cues = new int[tokens.Length + 1];
        foreach (var start in cueStarts)
        {
            cues[start + 1]++;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            cues[i + 1] += cues[i];
        }
    }

    private delegate bool Holds(in ArticleToken token);

    /// <summary>Counts over [start, end), each cut at <paramref name="most"/>.</summary>
    public uint Commas(int start, int end, int most) => Between(commas, start, end, most);

    public uint Opening(int start, int end, int most) => Between(opening, start, end, most);

    public uint Closing(int start, int end, int most) => Between(closing, start, end, most);

    public uint Cues(int start, int end, int most) => Between(cues, start, end, most);

    public uint Joints(int start, int end, int most) => Between(joints, start, end, most);

    public uint Thats(int start, int end, int most) => Between(thats, start, end, most);

    private static uint Between(int[] counts, int start, int end, int most) => (uint)Math.Min(most, counts[end] - counts[start]);

    private static int[] Count(ArticleToken[] tokens, Holds holds)
    {
        var counts = new int[tokens.Length + 1];
        for (var i = 0; i < tokens.Length; i++)
        {
            counts[i + 1] = counts[i] + (holds(in tokens[i]) ? 1 : 0);
        }

        return counts;
    }
}

/// <summary>Tokens of a paragraph, half open.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    public bool Contains(int token) => Start <= token && token < End;
}
