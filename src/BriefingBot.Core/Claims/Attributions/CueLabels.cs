namespace BriefingBot.Claims;

/// <summary>Labels of the first pass: where a cue begins and goes on.</summary>
internal static class CueLabels
{
    public const int Outside = 0;
    public const int Begin = 1;
    public const int Inside = 2;

    public static Automaton Automaton { get; } = new(
        3,
        [Outside, Begin, Inside],
        [true, true, false],
        [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]);
}
