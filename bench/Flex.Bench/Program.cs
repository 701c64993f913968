Console.WriteLine("flex bench");
