using BriefingBot.Claims;

namespace BriefingBot.Benchmarks.Stances;

/// <summary>Gathers the gradients of a batch and moves the weights of a network.</summary>
internal sealed class NetworkStep(NetworkModel model, NetworkTrainer options, Random random)
{
    private readonly Adam _hidden = new(model.Hidden);
    private readonly Adam _sparse = new(model.Sparse);
    private readonly Adam _hiddenBias = new(model.HiddenBias);
    private readonly Adam _output = new(model.Output);
    private readonly Adam _outputBias = new(model.OutputBias);
    private readonly float[] _sums = new float[model.HiddenBias.Length];
    private readonly float[] _back = new float[model.HiddenBias.Length];
    private readonly float[] _errors = new float[model.OutputBias.Length];
    private readonly List<int> _present = [];
    private float[] _kept = [];

    public void Add(float[] input, int[] present, int label, float weight)
    {
        if (_kept.Length != input.Length)
            _kept = new float[input.Length];
        _present.Clear();
        foreach (var at in present)
        {
            if (random.NextSingle() >= options.InputDropout)
                _present.Add(at);
        }

        Forward(input);
        _errors[label] -= 1;
        Backward(weight);
    }

    public void Apply(int batch)
    {
        _hidden.Apply(options.Rate, options.Decay, batch);
        _sparse.Apply(options.Rate, options.Decay, batch);
        _hiddenBias.Apply(options.Rate, 0, batch);
        _output.Apply(options.Rate, options.Decay, batch);
        _outputBias.Apply(options.Rate, 0, batch);
    }

    private void Forward(float[] input)
    {
        var units = _sums.Length;
        model.HiddenBias.CopyTo(_sums, 0);
        for (var i = 0; i < input.Length; i++)
        {
            _kept[i] = random.NextSingle() < options.InputDropout ? 0 : input[i] / (1 - options.InputDropout);
            if (_kept[i] == 0)
                continue;

            var weights = model.Hidden.AsSpan(i * units, units);
            for (var u = 0; u < weights.Length; u++)
                _sums[u] += _kept[i] * weights[u];
        }

        foreach (var at in _present)
        {
            var weights = model.Sparse.AsSpan(at * units, units);
            for (var u = 0; u < weights.Length; u++)
                _sums[u] += weights[u] / (1 - options.InputDropout);
        }

        model.OutputBias.CopyTo(_errors, 0);
        for (var u = 0; u < units; u++)
        {
            _sums[u] = _sums[u] <= 0 || random.NextSingle() < options.HiddenDropout ? 0 : _sums[u] / (1 - options.HiddenDropout);
            for (var c = 0; _sums[u] > 0 && c < _errors.Length; c++)
                _errors[c] += _sums[u] * model.Output[u * _errors.Length + c];
        }

        StanceEnsemble.Softmax(_errors);
    }

    private void Backward(float weight)
    {
        var classes = _errors.Length;
        for (var c = 0; c < classes; c++)
        {
            _errors[c] *= weight;
            _outputBias.Gradients[c] += _errors[c];
        }

        for (var u = 0; u < _sums.Length; u++)
        {
            _back[u] = 0;
            for (var c = 0; _sums[u] > 0 && c < classes; c++)
            {
                _output.Gradients[u * classes + c] += _errors[c] * _sums[u];
                _back[u] += _errors[c] * model.Output[u * classes + c] / (1 - options.HiddenDropout);
            }

            _hiddenBias.Gradients[u] += _back[u];
        }

        for (var i = 0; i < _kept.Length; i++)
        {
            if (_kept[i] == 0)
                continue;

            var gradients = _hidden.Gradients.AsSpan(i * _back.Length, _back.Length);
            for (var u = 0; u < gradients.Length; u++)
                gradients[u] += _kept[i] * _back[u];
        }

        foreach (var at in _present)
        {
            var gradients = _sparse.Gradients.AsSpan(at * _back.Length, _back.Length);
            for (var u = 0; u < gradients.Length; u++)
                gradients[u] += _back[u] / (1 - options.InputDropout);
        }
    }
}
