namespace BriefingBot.Claims;

/// <summary>A sentence half read: the words kept on a stack until their head is found, and the next word. Arc-hybrid steps: Kuhlmann, Gómez-Rodríguez and Satta 2011; the root stands after the last word.</summary>
internal sealed class StepState(int length)
{
    private readonly int[] _stack = new int[length + 1];
    private readonly int[] _leftmost = Filled(length + 1);
    private readonly int[] _rightmost = Filled(length + 1);
    private readonly int[] _left = new int[length + 1];
    private readonly int[] _right = new int[length + 1];

    /// <summary>The head of each word; -1 as long as it is not found, the sentence's length for the root.</summary>
    public int[] Heads { get; } = Filled(length);

    /// <summary>The relation of each word to its head, by number; -1 as long as it is not found.</summary>
    public int[] Relations { get; } = Filled(length);

    /// <summary>The next word; the sentence's length for the root.</summary>
    public int Next { get; private set; }

    public int Depth { get; private set; }

    public bool IsDone => Next == length && Depth == 0;

    /// <summary>A word on the stack, 0 for the uppermost; -1 if there is none.</summary>
    public int Top(int below = 0) => below < Depth ? _stack[Depth - 1 - below] : -1;

    public bool MayShift => Next < length;

    // One word alone depends on the root.
    public bool MayTakeFromNext => Depth > 0 && (Next < length || Depth == 1);

    public bool MayTakeFromBelow => Depth > 1;

    public int Leftmost(int word) => word < 0 ? -1 : _leftmost[word];

    public int Rightmost(int word) => word < 0 ? -1 : _rightmost[word];

    public int LeftCount(int word) => word < 0 ? 0 : _left[word];

    public int RightCount(int word) => word < 0 ? 0 : _right[word];

    public void Shift() => _stack[Depth++] = Next++;

    /// <summary>The uppermost word depends on the next one.</summary>
    public void TakeFromNext(int relation)
    {
        var word = _stack[--Depth];
        (Heads[word], Relations[word]) = (Next, relation);
        _leftmost[Next] = word;
        _left[Next]++;
    }

    /// <summary>The uppermost word depends on the one below it.</summary>
    public void TakeFromBelow(int relation)
    {
        var word = _stack[--Depth];
        var head = _stack[Depth - 1];
        (Heads[word], Relations[word]) = (head, relation);
        _rightmost[head] = word;
        _right[head]++;
    }

    private static int[] Filled(int length)
    {
        var filled = new int[length];
        Array.Fill(filled, -1);
        return filled;
    }
}
