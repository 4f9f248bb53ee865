namespace BriefingBot.Claims;

/// <summary>What tells the next step: the words at the top of the stack and to come, what hangs on them, how far apart they are. Part of the weights' format: a change here needs new training.</summary>
internal sealed class StepFeatures(TagFeatures words, int[] tags)
{
    private const int LongestCount = 3;
    private readonly List<uint> _found = [];

    public List<uint> Of(StepState state)
    {
        _found.Clear();
        var (s0, s1, s2, b0, b1, b2) = (state.Top(), state.Top(1), state.Top(2), state.Next, state.Next + 1, state.Next + 2);
        var (w0, w1, wb) = (Word(s0), Word(s1), Word(b0));
        var (t0, t1, t2, tb, tb1, tb2) = (Tag(s0), Tag(s1), Tag(s2), Tag(b0), Tag(b1), Tag(b2));
        var (c0, c1, cb) = (Class(s0), Class(s1), Class(b0));
        var (l0, r0, l1, r1, lb) = (state.Leftmost(s0), state.Rightmost(s0), state.Leftmost(s1), state.Rightmost(s1), state.Leftmost(b0));
        var apart = Apart(s0, b0);

        Add(1, w0, t0);
        Add(2, t0, c0);
        Add(3, w1, t1);
        Add(4, t1, c1);
        Add(5, wb, tb);
        Add(6, tb, cb);
        Add(7, Word(b1), tb1);
        Add(8, tb, tb1, tb2);
        Add(9, t0, tb, apart);
        Add(10, w0, wb);
        Add(11, w0, t0, tb);
        Add(12, t0, wb, tb);
        Add(13, w0, tb);
        Add(14, t0, wb);
        Add(15, c0, cb);
        Add(16, c0, tb);
        Add(17, t0, cb);
        Add(18, t1, t0);
        Add(19, w1, t0);
        Add(20, t1, w0);
        Add(21, w1, w0);
        Add(22, c1, c0);
        Add(23, t1, t0, tb);
        Add(24, w1, t0, tb);
        Add(25, t1, w0, tb);
        Add(26, t1, t0, wb);
        Add(27, t0, tb, tb1);
        Add(28, w0, tb, tb1);
        Add(29, t2, t1, t0);
        Add(30, t0, Relation(state, l0), Relation(state, r0));
        Add(31, t0, Tag(l0), tb);
        Add(32, t0, Tag(r0), tb);
        Add(33, t1, Relation(state, l1), Relation(state, r1));
        Add(34, t1, Tag(r1), t0);
        Add(35, t1, Tag(l1), t0);
        Add(36, tb, Relation(state, lb), t0);
        Add(37, tb, Tag(lb), t0);
        Add(38, w0, Count(state.LeftCount(s0)), Count(state.RightCount(s0)));
        Add(39, t0, Count(state.LeftCount(s0)), Count(state.RightCount(s0)));
        Add(40, t1, Count(state.LeftCount(s1)), Count(state.RightCount(s1)));
        Add(41, tb, Count(state.LeftCount(b0)), t0);
        Add(42, Apart(s1, s0), t1, t0);
        Add(43, w0, wb, apart);
        Add(44, t1, Relation(state, r1), tb);
        Add(45, w0, Relation(state, l0), Relation(state, r0));
        Add(46, w1, Relation(state, r1), t0);
        Add(47, t2, t0, tb);
        Add(48, Word(s2), t1, t0);
        Add(49, tb, tb1, Word(b1));
        Add(50, t0, tb, Word(b1));
        return _found;
    }

    private void Add(uint template, uint a, uint b = 0, uint c = 0) => _found.Add(FeatureHash.Mix(template + 100, a, b, c));

    // 1 for none, 2 for the root.
    private uint Word(int at) => at < 0 || at > tags.Length ? 1 : at == tags.Length ? 2 : words.Hashes[at];

    private uint Tag(int at) => at < 0 || at > tags.Length ? 1 : at == tags.Length ? 2 : (uint)tags[at] + 3;

    private uint Class(int at) => at < 0 || at >= tags.Length ? 0 : words.Classes[at];

    private static uint Relation(StepState state, int at) => at < 0 ? 0 : (uint)state.Relations[at] + 1;

    private static uint Count(int below) => (uint)Math.Min(below, LongestCount);

    private static uint Apart(int one, int other) => one < 0 || other < 0 ? 0 : (other - one) switch
    {
        <= 4 and var near => (uint)near,
        <= 8 => 5,
        <= 16 => 6,
        _ => 7,
    };
}
