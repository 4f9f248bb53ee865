namespace BriefingBot.Claims;

/// <summary>
/// Labels of the second pass: what each token is to one given cue. A state also remembers whether the speaker and some
/// content were seen, so that there is one speaker at most and an ending without content has a price of its own.
/// </summary>
internal static class RoleLabels
{
    public const int Other = 0;
    public const int Speaker = 1;
    public const int Content = 2;
    public const int Cue = 3;
    private const int Labels = 4;
    private const int SpeakerSeen = 1;
    private const int ContentSeen = 2;
    private const int Memories = 4;

    public static Automaton Automaton { get; } = Build();

    /// <summary>The state after a token with this label, or -1 where it would be a second speaker.</summary>
    public static int Step(int state, int label)
    {
        var memory = state % Memories;
        return label switch
        {
            Speaker when state / Memories != Speaker && (memory & SpeakerSeen) != 0 => -1,
            Speaker => (label * Memories) + (memory | SpeakerSeen),
            Content => (label * Memories) + (memory | ContentSeen),
            _ => (label * Memories) + memory,
        };
    }

    private static Automaton Build()
    {
        const int states = Labels * Memories;
        List<(int, int)> edges = [];
        var initial = new bool[states];
        for (var label = 0; label < Labels; label++)
        {
            initial[Step(Other, label)] = true;
            for (var state = 0; state < states; state++)
            {
                if (Step(state, label) is var next and >= 0)
                {
                    edges.Add((state, next));
                }
            }
        }

        return new Automaton(Labels, [.. Enumerable.Range(0, states).Select(state => state / Memories)], initial, [.. edges]);
    }
}
